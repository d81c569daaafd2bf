/** What an error of SQLite means for the journal; `other` is a fault of ours, not of the file. */
export type SqliteFault = 'corrupt' | 'read-only' | 'full' | 'locked' | 'disk' | 'other'

/** Reads the primary result code (https://sqlite.org/rescode.html) out of what node:sqlite throws. */
export function sqliteFault(error: unknown): SqliteFault {
  switch (resultCode(error)) {
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

/** Null for an error that is not SQLite's. The low byte of an extended code is the primary one. */
function resultCode(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return null
  return typeof error.errcode === 'number' ? error.errcode & 0xff : null
}
