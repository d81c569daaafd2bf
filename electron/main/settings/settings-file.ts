import { readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Store from 'electron-store'
import { decodeText } from '../../../core/decode-text.ts'
import { quarantineName } from './quarantined-settings.ts'
import { saveInUtf8 } from './save-in-utf8.ts'
import type { SettingsStoreParts } from './settings-store.ts'
import { attempt } from '../system/attempt.ts'

/**
 * The user's settings file in `folder`, stored by electron-store. `now`: epoch ms, for the name of a quarantined file.
 */
export function settingsFile(folder: string, now: () => number): SettingsStoreParts {
  const path = join(folder, 'settings.json')
  return {
    open() {
      saveInUtf8(path)
      return new Store({ cwd: folder, name: 'settings', clearInvalidConfig: true })
    },
    read: () => textOf(path),
    quarantine() {
      const name = quarantineName(now())
      renameSync(path, join(folder, name))
      return name
    },
  }
}

/** A file's text, in whichever Unicode encoding; null if it is missing or can't be read. */
export const textOf = (path: string): string | null => attempt(() => decodeText(readFileSync(path)))
