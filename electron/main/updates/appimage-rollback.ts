import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import type { UpdateSource } from './update-source.ts'

/**
 * A source whose `install` restores the program's file if it fails. electron-updater removes an AppImage before it
 * moves the new one to its path, which a full disk prevents. `image`: the running AppImage; null for none.
 */
export function withAppImageRollback(source: UpdateSource, image: string | null): UpdateSource {
  if (image === null) return source
  const backup = `${image}.backup`
  return {
    ...source,
    install(restart) {
      rmSync(backup, { force: true })
      // A second name for the same file: costs no space, and is instant.
      linkSync(image, backup)
      try {
        source.install(restart)
      } catch (error) {
        if (!existsSync(image)) renameSync(backup, image)
        throw error
      } finally {
        rmSync(backup, { force: true })
      }
    },
  }
}
