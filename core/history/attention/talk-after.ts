import type { DatabaseSync } from 'node:sqlite'
import { integerOrNull } from '../../database/row.ts'

/** A missed call, as its caller, row and end. */
export interface MissedEnd {
  readonly id: number
  /** As `callerKey` names the caller; null if unknown. */
  readonly caller: string | null
  readonly startedAt: number
  readonly endedAt: number | null
}

// A talk lasts less than a day.
/** The first talk of a caller that goes on after a call ended. */
export const TALK_AFTER = `
  SELECT max(coalesce(answered_at, started_at), :endedAt) AS at FROM calls
  WHERE caller = :caller AND id > :id - 86400000000 AND id <> :id AND connected = 1 AND direction <> 'spy'
    AND coalesce(answered_at, started_at) > :startedAt AND (ended_at IS NULL OR ended_at > :endedAt)
  ORDER BY id LIMIT 1
`

/**
 * When the caller of a missed call was spoken to afterwards, whoever called whom; null if not yet. Listening in doesn't
 * count, nor does a talk that was going on when it rang: several people may call from one number.
 */
export function createTalkAfter(db: DatabaseSync): (missed: MissedEnd) => number | null {
  const first = db.prepare(TALK_AFTER)
  return ({ id, caller, startedAt, endedAt }) =>
    integerOrNull(first.get({ id, caller, startedAt, endedAt }) ?? {}, 'at')
}
