import type { DatabaseSync } from 'node:sqlite'
import type { CallKey } from '../../domain.ts'
import { MAX_MISSED } from '../../limits.ts'
import { splitKey } from '../call-key.ts'
import type { CallReader } from '../call-row.ts'
import type { HistoryCall } from '../history-call.ts'

/** The missed calls, until the agent dismisses them. */
export interface MissedCalls {
  missedCalls(): readonly HistoryCall[]
  markSeen(): void
  dismissMissed(call: CallKey): boolean
  restoreMissed(call: CallKey): void
  clearMissed(): void
}

const WALKED = 500 // of weeks, if nothing is ever dismissed

export function createMissedCalls(db: DatabaseSync, read: CallReader): MissedCalls {
  const listed = db.prepare(`SELECT * FROM calls WHERE listed = 1 ORDER BY id DESC LIMIT ${WALKED}`)
  const mark = db.prepare('UPDATE calls SET seen = 1 WHERE listed = 1 AND seen = 0')
  const list = db.prepare(
    `UPDATE calls SET listed = ?, seen = 1 WHERE extension = ? AND ivrid = ? AND outcome = 'missed'`,
  )
  const clear = db.prepare('UPDATE calls SET seen = 1, listed = 0 WHERE listed = 1')

  function setListed(call: CallKey, to: boolean): boolean {
    const { extension, ivrid } = splitKey(call)
    return list.run(Number(to), extension, ivrid).changes > 0
  }

  return {
    missedCalls() {
      const calls = listed.all().map(read)
      const left = calls.filter(({ calledBack }) => calledBack === undefined).slice(0, MAX_MISSED)
      const done = calls.filter(({ calledBack }) => calledBack !== undefined)
      return [...left, ...done].slice(0, MAX_MISSED).toSorted((one, other) => other.rowId - one.rowId)
    },
    markSeen: () => void mark.run(),
    dismissMissed: (call) => setListed(call, false),
    restoreMissed: (call) => void setListed(call, true),
    clearMissed: () => void clear.run(),
  }
}
