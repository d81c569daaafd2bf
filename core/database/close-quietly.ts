import type { DatabaseSync } from 'node:sqlite'

/** Closing a failed database may fail too, and then there is nothing left to lose. */
export function closeQuietly(db: DatabaseSync): void {
  if (!db.isOpen) return
  try {
    db.close()
  } catch {
    return
  }
}
