import type { DatabaseSync } from 'node:sqlite'
import type { CallKey } from '../domain.ts'
import { splitKey } from './call-key.ts'

/** What was done once for a call and must not be done again. */
export interface FiredMarks {
  /** True when this rule fired for this call before, also in an earlier run. Throws when that can't be read. */
  wasFired(rule: string, call: CallKey): boolean
  /**
   * Records that it fires: stored permanently when it returns. Throws when it isn't, so also while the
   * journal is in memory only.
   */
  noteFired(rule: string, call: CallKey): void
}

export function createFiredMarks(db: DatabaseSync): FiredMarks {
  const was = db.prepare(
    'SELECT 1 FROM fired WHERE extension = :extension AND ivrid = :ivrid AND rule = :rule',
  )
  const note = db.prepare(
    'INSERT OR IGNORE INTO fired (extension, ivrid, rule) VALUES (:extension, :ivrid, :rule)',
  )
  return {
    wasFired: (rule, call) => was.get({ ...splitKey(call), rule }) !== undefined,
    noteFired: (rule, call) => void note.run({ ...splitKey(call), rule }),
  }
}
