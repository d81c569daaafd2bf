import { accessSync, constants, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { connect } from '../../core/database/connect.ts'

/** The journal's file on this computer's disk, which outlives the program. */
export interface JournalFile {
  path(): string
  /** Copies the file as a crash now would leave it. Call before the crashed run's handle is closed, which would tidy up. */
  saveAsLeft(): void
  /** Connects as main does; while the disk is full the file can't grow. */
  connect(path: string): DatabaseSync
  /** Fills the disk, and returns a function that frees it again. */
  fill(): () => void
  remove(): void
}

const PAGES_AGAIN = 'PRAGMA max_page_count = 4294967294' // SQLite's own limit
const NO_PAGE_MORE = 'PRAGMA max_page_count = 1' // SQLite raises this to the file's current size

/** A memory file system, if there is one: a shift writes thousands of times. */
const FOLDER = isWritable('/dev/shm') ? '/dev/shm' : tmpdir()

export function createJournalFile(): JournalFile {
  const folder = mkdtempSync(join(FOLDER, 'ringside-torture-'))
  let lives = 0
  let full = 0
  let open: DatabaseSync | null = null
  const path = (): string => join(folder, `history-${lives}.db`)
  return {
    path,
    saveAsLeft() {
      const left = path()
      lives += 1
      for (const suffix of ['', '-wal'])
        if (existsSync(left + suffix)) copyFileSync(left + suffix, path() + suffix)
    },
    connect(path) {
      open = connect(path)
      if (full > 0) open.exec(NO_PAGE_MORE)
      return open
    },
    fill() {
      full += 1
      if (open?.isOpen === true) open.exec(NO_PAGE_MORE)
      return () => {
        full -= 1
        if (full === 0 && open?.isOpen === true) open.exec(PAGES_AGAIN)
      }
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
