import { readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Store from 'electron-store'
import { decodeText } from '../../../core/decode-text.ts'
import { saveInUtf8 } from './save-in-utf8.ts'
import type { SettingsStoreParts } from './settings-store.ts'

/** The person's settings file in `folder`, kept by electron-store. `now`: epoch ms, for the name of a file put aside. */
export function settingsFile(folder: string, now: () => number): SettingsStoreParts {
  const path = join(folder, 'settings.json')
  return {
    open() {
      saveInUtf8(path)
      return new Store({ cwd: folder, name: 'settings', clearInvalidConfig: true })
    },
    read: () => textOf(path),
    putAside() {
      const name = `settings-unreadable-${now()}.json`
      renameSync(path, join(folder, name))
      return name
    },
  }
}

/** A file's text, in whichever Unicode it was saved; null when it is not there or can't be read. */
export function textOf(path: string): string | null {
  try {
    return decodeText(readFileSync(path))
  } catch {
    return null
  }
}
