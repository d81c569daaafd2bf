import type { DatabaseSync } from 'node:sqlite'
import { connect } from '../../database/connect.ts'
import { migrate } from '../database/migrations.ts'

let empty: Uint8Array | null = null

/** For `openJournal`: an empty history in memory, whose tables are created once and then copied. */
export const inMemory = {
  path: ':memory:',
  connect(): DatabaseSync {
    const db = connect(':memory:')
    if (empty === null) {
      migrate(db)
      empty = db.serialize()
    } else db.deserialize(empty)
    return db
  },
}
