import type { DatabaseSync } from 'node:sqlite'
import type { Phone } from '../domain.ts'
import type { CallReader } from './call-row.ts'
import { callerKey } from './caller-key.ts'
import type { HistoryOutcome } from './history-call.ts'
import { integer, text, type Row } from './database/row.ts'

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
    readonly outcome: HistoryOutcome
    readonly talkSeconds: number
    readonly note: string
    readonly label: string
  } | null
  /** The newest note on a call of theirs that has ended; absent when there is none. */
  readonly lastNote?: Remark
  /** The same of the outcome labels. */
  readonly lastLabel?: Remark
}

/** What an agent wrote about a call, and when that call began. */
export interface Remark {
  readonly text: string
  readonly at: number
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
  const remarked = (column: 'note' | 'label') =>
    db.prepare(`
      SELECT ${column} AS text, started_at FROM calls
      WHERE caller = ? AND ended_at IS NOT NULL AND ${column} <> '' ORDER BY id DESC LIMIT 1
    `)
  const [newestNote, newestLabel] = [remarked('note'), remarked('label')]
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
      ...remarkAs('lastNote', newestNote.get(caller)),
      ...remarkAs('lastLabel', newestLabel.get(caller)),
    }
  }
}

const remarkAs = (name: 'lastNote' | 'lastLabel', row: Row | undefined): Partial<CallerStory> =>
  row === undefined ? {} : { [name]: { text: text(row, 'text'), at: integer(row, 'started_at') } }

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
