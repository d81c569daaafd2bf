import type { DatabaseSync } from 'node:sqlite'
import { MINUTE_MS } from '../../clock.ts'

const MOST_PAGES = 10_000 // 40 MB, if time doesn't pass

/**
 * Copies the write-ahead log into the file once a minute, when called, instead of within commits: it takes the disk
 * milliseconds, and a ring's alert waits for its commit. `at`: epoch ms. Never throws: what is wrong with the disk, the
 * next commit shows.
 */
export function createCheckpoints(db: DatabaseSync): (at: number) => void {
  let lastAt = -Infinity
  db.exec(`PRAGMA wal_autocheckpoint = ${MOST_PAGES}`)
  return (at) => {
    // A clock that was set back must not stop it.
    if (Math.abs(at - lastAt) < MINUTE_MS) return
    lastAt = at
    try {
      db.exec('PRAGMA wal_checkpoint(PASSIVE)')
    } catch {
      // Tried again a minute later.
    }
  }
}
