import type { DatabaseSync } from 'node:sqlite'
import type { CallReader } from '../call-row.ts'
import { integer, text, type Row } from '../../database/row.ts'
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
    const isMine = (row: Row): boolean => {
      const times = [integer(row, 'started_at'), integer(row, 'first_seen_at')]
      return mine.some((login) => wasLoggedIn(login, text(row, 'extension'), times))
    }
    return unresolved
      .all(storableTime(from) * 1_000)
      .filter(isMine)
      .map(read)
  }
}
