import { DatabaseSync } from 'node:sqlite'
import { integer } from './row.ts'

const WAIT_FOR_LOCK_MS = 500 // an instance that is just quitting lets go within this; the start is held up no longer

/**
 * Opens a database file, or one in memory for `:memory:`, and takes it for this process alone.
 *
 * WAL with synchronous NORMAL: a commit survives the death of the process; a power cut may take the last commits, but
 * never leaves half of one. What is deleted is overwritten, so that a forgotten number is not left in the file.
 * Throws SQLite's errors: see sqlite-fault.ts.
 */
export function connect(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: WAIT_FOR_LOCK_MS })
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE')
    // Only a file without a page can take it; asked of another it writes, which a full disk refuses.
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
