import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { attempt } from '../system/attempt.ts'

/** Which version's installation was started: written before, read at the next start. */
export interface UpdateNote {
  /** Null for none, and for a note that can't be read. */
  read(): string | null
  /** Null removes it. False if it could not be stored. */
  write(version: string | null): boolean
}

/** Its file name in the profile folder. */
export const UPDATE_NOTE = 'update.tried'

const MAX_VERSION_LENGTH = 100 // anything longer isn't a version

export function createUpdateNote(file: string): UpdateNote {
  return {
    read() {
      const version = attempt(() => readFileSync(file, 'utf8').trim()) ?? ''
      return version !== '' && version.length <= MAX_VERSION_LENGTH ? version : null
    },
    write(version) {
      try {
        if (version === null) rmSync(file, { force: true })
        else {
          writeFileSync(`${file}.new`, `${version}\n`)
          renameSync(`${file}.new`, file)
        }
        return true
      } catch {
        return false
      }
    },
  }
}
