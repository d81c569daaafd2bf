/** What an error of SQLite means for the journal; `other` is a fault of ours, not of the file. */
export type SqliteFault = 'corrupt' | 'read-only' | 'full' | 'locked' | 'disk' | 'other'

/** Reads the result code (https://sqlite.org/rescode.html) out of what node:sqlite throws. */
export function sqliteFault(error: unknown): SqliteFault {
  const code = extendedCode(error)
  // The journal is locked for this process, and a file that could be opened for reading only can't be locked so.
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

/** Null for an error that is not SQLite's. Its low byte is the primary code. */
function extendedCode(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return null
  return typeof error.errcode === 'number' ? error.errcode : null
}
