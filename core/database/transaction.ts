import type { DatabaseSync } from 'node:sqlite'

/** Runs `work` atomically; rethrows its errors after the rollback. */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const given = work()
    db.exec('COMMIT')
    return given
  } catch (error) {
    // A full disk or an I/O error may have rolled back already.
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

/** Runs `work` atomically within a transaction; rethrows its errors after the rollback. */
export function savepoint(db: DatabaseSync, work: () => void): void {
  db.exec('SAVEPOINT one')
  try {
    work()
    db.exec('RELEASE one')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK TO one; RELEASE one')
    throw error
  }
}
