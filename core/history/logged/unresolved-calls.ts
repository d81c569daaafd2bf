import type { DatabaseSync } from 'node:sqlite'
import type { CallReader } from '../call-row.ts'
import { integer } from '../../database/row.ts'
import type { HistoryCall } from '../history-call.ts'
import { storableTime } from '../round-times.ts'
import { wasLoggedIn, type Logins } from './logins.ts'

/** The person's calls since then whose end nobody saw, and about which the call log says nothing yet; oldest first. */
export function createUnresolvedCalls(
  db: DatabaseSync,
  read: CallReader,
  logins: Logins,
): (from: number) => readonly HistoryCall[] {
  const unresolved = db.prepare(`
    SELECT * FROM calls WHERE end_seen = 0 AND id >= ? AND ended_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM logged WHERE logged.call = calls.id AND applied = 1)
    ORDER BY id
  `)
  return (from) => {
    const mine = logins.between(storableTime(from), Number.MAX_SAFE_INTEGER)
    return unresolved
      .all(storableTime(from) * 1_000)
      .map((row) => ({ call: read(row), firstSeenAt: integer(row, 'first_seen_at') }))
      .filter(({ call, firstSeenAt }) =>
        mine.some((login) => wasLoggedIn(login, call.extension, [call.startedAt, firstSeenAt])),
      )
      .map(({ call }) => call)
  }
}
