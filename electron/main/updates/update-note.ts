import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** Which version was begun to be installed: written before, read at the next start. */
export interface UpdateNote {
  /** Null for none, and for a note that can't be read. */
  read(): string | null
  /** Null takes it away. False when it could not be kept. */
  write(version: string | null): boolean
}

const MAX_VERSION_LENGTH = 100 // what is longer is no version

export function createUpdateNote(file: string): UpdateNote {
  return {
    read() {
      try {
        const version = readFileSync(file, 'utf8').trim()
        return version !== '' && version.length <= MAX_VERSION_LENGTH ? version : null
      } catch {
        return null
      }
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
