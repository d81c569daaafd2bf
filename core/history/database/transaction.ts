import type { DatabaseSync } from 'node:sqlite'

/** Runs `work` whole or not at all; what it throws goes on after the step back. */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const given = work()
    db.exec('COMMIT')
    return given
  } catch (error) {
    // A full disk or an I/O error may have stepped back already.
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}
