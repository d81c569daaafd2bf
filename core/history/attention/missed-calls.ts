import type { DatabaseSync } from 'node:sqlite'
import { MAX_MISSED } from '../../limits.ts'
import type { CallReader } from '../call-row.ts'
import { flag } from '../database/row.ts'
import type { HistoryCall } from '../history-call.ts'

/** The list of missed calls, until the agent clears it. */
export interface MissedCalls {
  missedCalls(): readonly HistoryCall[]
  markSeen(): void
  clearMissed(): void
}

/** A missed call needs no attention once anyone has spoken to the caller, whoever called whom; listening in doesn't count. */
export function createMissedCalls(db: DatabaseSync, read: CallReader): MissedCalls {
  const listed = db.prepare(`
    SELECT *, EXISTS (
      SELECT 1 FROM calls AS later
      WHERE later.caller = missed.caller AND later.id <> missed.id AND later.connected = 1
        AND later.direction <> 'spy'
        AND (later.ended_at IS NULL OR later.ended_at > missed.ended_at)
    ) AS spoken_to
    FROM calls AS missed WHERE listed = 1 ORDER BY id DESC LIMIT ${MAX_MISSED}
  `)
  const mark = db.prepare('UPDATE calls SET seen = 1 WHERE listed = 1 AND seen = 0')
  const clear = db.prepare('UPDATE calls SET seen = 1, listed = 0 WHERE listed = 1')
  return {
    missedCalls: () =>
      listed.all().map((row) => {
        const call = read(row)
        return flag(row, 'spoken_to') ? { ...call, seen: true } : call
      }),
    markSeen: () => void mark.run(),
    clearMissed: () => void clear.run(),
  }
}
