import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import type { UpdateSource } from './update-source.ts'

/**
 * A source whose `install` puts the program's file back when it fails. electron-updater removes an AppImage before it
 * moves the new one to its place, which a full disk forbids. `image`: the AppImage that runs; null for none.
 */
export function withAppImageRollback(source: UpdateSource, image: string | null): UpdateSource {
  if (image === null) return source
  const kept = `${image}.kept`
  return {
    ...source,
    install(restart) {
      rmSync(kept, { force: true })
      // A second name for the same file: costs no space, and is there at once.
      linkSync(image, kept)
      try {
        source.install(restart)
      } catch (error) {
        if (!existsSync(image)) renameSync(kept, image)
        throw error
      } finally {
        rmSync(kept, { force: true })
      }
    },
  }
}
