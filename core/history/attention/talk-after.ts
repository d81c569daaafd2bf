import type { DatabaseSync } from 'node:sqlite'
import { integerOrNull } from '../../database/row.ts'

/** A missed call, as its caller, row and end. */
export interface MissedEnd {
  readonly id: number
  /** As `callerKey` names the caller; null if unknown. */
  readonly caller: string | null
  readonly endedAt: number | null
}

/** When the caller of a missed call was spoken to afterwards, whoever called whom; null if not yet. Listening in doesn't count. */
export function createTalkAfter(db: DatabaseSync): (missed: MissedEnd) => number | null {
  // A talk lasts less than a day.
  const first = db.prepare(`
    SELECT max(coalesce(answered_at, started_at), :endedAt) AS at FROM calls
    WHERE caller = :caller AND id > :id - 86400000000 AND id <> :id AND connected = 1 AND direction <> 'spy'
      AND (ended_at IS NULL OR ended_at > :endedAt)
    ORDER BY id LIMIT 1
  `)
  return ({ id, caller, endedAt }) => integerOrNull(first.get({ id, caller, endedAt }) ?? {}, 'at')
}
