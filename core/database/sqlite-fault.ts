/** What an SQLite error means for the journal; `other` is our own bug, not a problem of the file. */
export type SqliteFault = 'corrupt' | 'read-only' | 'full' | 'locked' | 'disk' | 'other'

/** Reads the result code (https://sqlite.org/rescode.html) from node:sqlite's errors. */
export function sqliteFault(error: unknown): SqliteFault {
  const code = extendedCode(error)
  // The journal is opened with an exclusive lock, which a read-only file doesn't allow.
  if (code === IOERR_LOCK) return 'read-only'
  switch (code === null ? null : code & 0xff) {
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
      return 'corrupt'
    case 8: // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN: the folder can't be written, or isn't there
    case 3: // SQLITE_PERM
      return 'read-only'
    case 13: // SQLITE_FULL
      return 'full'
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
      return 'locked'
    case 10: // SQLITE_IOERR
    case 7: // SQLITE_NOMEM
      return 'disk'
    case null:
    default:
      return 'other'
  }
}

const IOERR_LOCK = 3850

/** Null for an error that isn't SQLite's. Its low byte is the primary code. */
function extendedCode(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return null
  return typeof error.errcode === 'number' ? error.errcode : null
}
