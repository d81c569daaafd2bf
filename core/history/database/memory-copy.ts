import type { DatabaseSync } from 'node:sqlite'
import { connect } from './connect.ts'

/** A database in memory with all that `db` holds, so that a disk that fails takes no history from the screen. */
export function memoryCopy(db: DatabaseSync): DatabaseSync {
  const image = db.serialize()
  // Bytes 18 and 19 of the header name the journal mode: 2 is WAL, which memory has not (https://sqlite.org/fileformat.html).
  image[18] = 1
  image[19] = 1
  const copy = connect(':memory:')
  copy.deserialize(image)
  return copy
}
