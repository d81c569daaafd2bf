import type { DatabaseSync } from 'node:sqlite'
import type { Phone } from '../domain.ts'
import type { CallReader } from './call-row.ts'
import { callerKey } from './caller-key.ts'
import type { KeptOutcome } from './kept-call.ts'
import { integer } from './row.ts'

/** What is known of a caller: "3rd call today, last 10:14 with you, 3 min". */
export interface CallerStory {
  /** Since midnight by this computer's clock, a live call included. */
  readonly callsToday: number
  readonly missedToday: number
  readonly callsEver: number
  /** The newest call that has ended; null when there is none. */
  readonly last: {
    readonly at: number
    readonly agent: string
    readonly outcome: KeptOutcome
    readonly talkSeconds: number
    readonly note: string
    readonly label: string
  } | null
}

export type StoryTeller = (phone: Phone, now: number) => CallerStory | null

export function createStoryTeller(db: DatabaseSync, read: CallReader): StoryTeller {
  const counts = db.prepare(`
    SELECT count(*) AS ever, count(*) FILTER (WHERE started_at >= ?2) AS today,
      count(*) FILTER (WHERE started_at >= ?2 AND outcome = 'missed') AS missed
    FROM calls WHERE caller = ?1
  `)
  const newest = db.prepare(
    'SELECT * FROM calls WHERE caller = ? AND ended_at IS NOT NULL ORDER BY id DESC LIMIT 1',
  )
  return (phone, now) => {
    const caller = callerKey(phone)
    if (caller === null) return null
    const count = counts.get(caller, new Date(now).setHours(0, 0, 0, 0)) ?? {}
    const row = newest.get(caller)
    return {
      callsToday: integer(count, 'today'),
      missedToday: integer(count, 'missed'),
      callsEver: integer(count, 'ever'),
      last: row === undefined ? null : lastOf(read(row)),
    }
  }
}

const lastOf = ({
  startedAt,
  agent,
  answeredBy,
  outcome,
  talkSeconds,
  note,
  label,
}: ReturnType<CallReader>) => ({
  at: startedAt,
  agent: answeredBy ?? agent,
  outcome: outcome ?? 'unknown',
  talkSeconds,
  note,
  label,
})
