import { DatabaseSync } from 'node:sqlite'
import { integer } from './row.ts'

const WAIT_FOR_LOCK_MS = 500 // a quitting instance releases the file within this time; startup waits no longer

/** Opens a database, and waits for another process's lock for up to `waitMs`: 0 where a ring would wait, too. */
export type Connect = (path: string, waitMs?: number) => DatabaseSync

/**
 * Opens a database file, or one in memory for `:memory:`, exclusively for this process.
 *
 * WAL with synchronous NORMAL: a commit survives a crash of the process; a power cut may lose the last commits, but
 * never leaves half of one. Deleted data is overwritten, so that a forgotten number doesn't remain in the file.
 * Throws SQLite's errors: see sqlite-fault.ts.
 */
export function connect(path: string, waitMs = WAIT_FOR_LOCK_MS): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: waitMs })
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE')
    // Only possible in a file without pages; in any other it causes a write, which fails on a full disk.
    if (integer(db.prepare('PRAGMA page_count').get() ?? {}, 'page_count') === 0)
      db.exec('PRAGMA auto_vacuum = INCREMENTAL')
    db.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      PRAGMA foreign_keys = ON;
      PRAGMA secure_delete = ON;
    `)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
