import type { DatabaseSync } from 'node:sqlite'
import type { CallKey } from '../../domain.ts'
import { MAX_MISSED } from '../../limits.ts'
import { splitKey } from '../call-key.ts'
import type { CallReader } from '../call-row.ts'
import { integer, textOrNull } from '../../database/row.ts'
import type { HistoryCall } from '../history-call.ts'
import { createTalkAfter } from './talk-after.ts'

/** The missed calls, until the agent dismisses them. */
export interface MissedCalls {
  /**
   * Newest first, at most `MAX_MISSED`; if there are more, those whose caller wasn't spoken to since. `seen`: looked at,
   * or `calledBack`.
   */
  missedCalls(): readonly HistoryCall[]
  /** Marks all of them as looked at. */
  markSeen(): void
  /** Removes one from the list. False when there is no such missed call. */
  dismissMissed(call: CallKey): boolean
  /** Puts a dismissed one back. */
  restoreMissed(call: CallKey): void
  /** Dismisses all. */
  clearMissed(): void
}

const WALKED = 500 // of weeks, if nothing is ever dismissed

export function createMissedCalls(db: DatabaseSync, read: CallReader): MissedCalls {
  const listed = db.prepare(
    `SELECT id, caller, started_at, ended_at FROM calls WHERE listed = 1 ORDER BY id DESC LIMIT ${WALKED}`,
  )
  const row = db.prepare('SELECT * FROM calls WHERE id = ?')
  const talkAfter = createTalkAfter(db)
  const mark = db.prepare('UPDATE calls SET seen = 1 WHERE listed = 1 AND seen = 0')
  const list = db.prepare(`
    UPDATE calls SET listed = :listed, seen = 1
    WHERE extension = :extension AND ivrid = :ivrid AND outcome = 'missed'
  `)
  const clear = db.prepare('UPDATE calls SET seen = 1, listed = 0 WHERE listed = 1')

  const setListed = (call: CallKey, listed: boolean): boolean =>
    list.run({ ...splitKey(call), listed: Number(listed) }).changes > 0

  return {
    missedCalls() {
      const [left, done]: [number[], number[]] = [[], []]
      for (const one of listed.all()) {
        const id = integer(one, 'id')
        const [startedAt, endedAt] = [integer(one, 'started_at'), integer(one, 'ended_at')]
        const isDone = talkAfter({ id, startedAt, endedAt, caller: textOrNull(one, 'caller') }) !== null
        ;(isDone ? done : left).push(id)
        if (left.length === MAX_MISSED) break
      }
      const newest = [...left, ...done].slice(0, MAX_MISSED).toSorted((one, other) => other - one)
      return newest.map((id) => read(row.get(id) ?? {}))
    },
    markSeen: () => void mark.run(),
    dismissMissed: (call) => setListed(call, false),
    restoreMissed: (call) => void setListed(call, true),
    clearMissed: () => void clear.run(),
  }
}
