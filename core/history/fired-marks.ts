import type { DatabaseSync } from 'node:sqlite'
import type { CallKey } from '../domain.ts'
import { splitKey } from './call-key.ts'

/** What was done once for a call and must not be done again. */
export interface FiredMarks {
  wasFired(rule: string, call: CallKey): boolean
  /** Stored when it returns. */
  noteFired(rule: string, call: CallKey): void
}

export function createFiredMarks(db: DatabaseSync): FiredMarks {
  const was = db.prepare('SELECT 1 FROM fired WHERE extension = ? AND ivrid = ? AND rule = ?')
  const note = db.prepare('INSERT OR IGNORE INTO fired (extension, ivrid, rule) VALUES (?, ?, ?)')
  return {
    wasFired(rule, call) {
      const { extension, ivrid } = splitKey(call)
      return was.get(extension, ivrid, rule) !== undefined
    },
    noteFired(rule, call) {
      const { extension, ivrid } = splitKey(call)
      note.run(extension, ivrid, rule)
    },
  }
}
