import { accessSync, constants, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The journal's file on this computer's disk, which outlives the program. */
export interface JournalFile {
  path(): string
  /** Keeps the file as a program that dies now leaves it. Call before the dead one's handle is closed, which would tidy up. */
  saveAsLeft(): void
  remove(): void
}

/** Where files cost nothing, if there is such a place: a shift writes thousands of times. */
const FOLDER = isWritable('/dev/shm') ? '/dev/shm' : tmpdir()

export function createJournalFile(): JournalFile {
  const folder = mkdtempSync(join(FOLDER, 'ringside-torture-'))
  let lives = 0
  const path = (): string => join(folder, `history-${lives}.db`)
  return {
    path,
    saveAsLeft() {
      const left = path()
      lives += 1
      for (const suffix of ['', '-wal'])
        if (existsSync(left + suffix)) copyFileSync(left + suffix, path() + suffix)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
