import type { DatabaseSync } from 'node:sqlite'
import { connect } from '../../database/connect.ts'

/** A copy of `db` in memory, so that the history stays on screen when the disk fails. */
export function memoryCopy(db: DatabaseSync): DatabaseSync {
  const image = db.serialize()
  // Bytes 18 and 19 of the header name the journal mode: 2 is WAL, which memory doesn't support (https://sqlite.org/fileformat.html).
  image[18] = 1
  image[19] = 1
  const copy = connect(':memory:')
  copy.deserialize(image)
  return copy
}
