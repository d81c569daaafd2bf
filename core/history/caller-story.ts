import type { DatabaseSync } from 'node:sqlite'
import type { CallKey, Phone } from '../domain.ts'
import { splitKey } from './call-key.ts'
import type { CallReader } from './call-row.ts'
import { callerKey } from '../phone/caller-key.ts'
import { dayOf } from '../words/day-text.ts'
import type { HistoryCall, HistoryOutcome } from './history-call.ts'
import { integer, integerOrNull, text, type Row } from '../database/row.ts'

/** What is known of a caller: "3rd call today, last 10:14 with you, 3 min". */
export interface CallerStory {
  /** Since midnight by this computer's clock, including a live call. */
  readonly callsToday: number
  /** Since midnight six days before: the last seven days, today included. */
  readonly callsInWeek: number
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
  /** The newest note on an ended call of theirs; absent when there is none. */
  readonly lastNote?: DatedText
  /** The newest outcome label on an ended call of theirs; absent when there is none. */
  readonly lastLabel?: DatedText
}

/** What an agent wrote about a call, and when that call started. */
export interface DatedText {
  readonly text: string
  readonly at: number
}

/**
 * What is known about a caller, up to this call of theirs where one is given. Null for a withheld number: the caller is
 * unknown.
 */
export type StoryReader = (phone: Phone, now: number, call?: CallKey) => CallerStory | null

// A call counts once, however often it was transferred and wherever it rang; a call a supervisor listened to doesn't count.
const OF_CALLER = `caller = ?1 AND id <= ?2 AND direction <> 'spy'`
const IS_PASSED_ON = `EXISTS (
  SELECT 1 FROM calls AS origin WHERE origin.ivrid = calls.transferred_from AND origin.caller = calls.caller
)`

export function createStoryReader(db: DatabaseSync, read: CallReader): StoryReader {
  const position = db.prepare('SELECT id FROM calls WHERE extension = :extension AND ivrid = :ivrid')
  const counts = db.prepare(`
    SELECT count(DISTINCT ivrid) AS ever,
      count(DISTINCT ivrid) FILTER (WHERE started_at >= ?3) AS today,
      count(DISTINCT ivrid) FILTER (WHERE started_at >= ?4) AS week,
      count(DISTINCT ivrid) FILTER (WHERE started_at >= ?3 AND outcome = 'missed') AS missed
    FROM calls WHERE ${OF_CALLER} AND NOT ${IS_PASSED_ON}
  `)
  const newest = db.prepare(
    `SELECT * FROM calls WHERE ${OF_CALLER} AND ended_at IS NOT NULL ORDER BY id DESC LIMIT 1`,
  )
  const newestWith = (column: 'note' | 'label') =>
    db.prepare(`
      SELECT ${column} AS text, started_at FROM calls
      WHERE ${OF_CALLER} AND ended_at IS NOT NULL AND ${column} <> '' ORDER BY id DESC LIMIT 1
    `)
  const [newestNote, newestLabel] = [newestWith('note'), newestWith('label')]

  return (phone, now, call) => {
    const caller = callerKey(phone)
    if (caller === null) return null
    const row = call === undefined ? undefined : position.get(splitKey(call))
    const until = integerOrNull(row ?? {}, 'id') ?? Number.MAX_SAFE_INTEGER
    const count = counts.get(caller, until, dayOf(now), dayOf(now, 6)) ?? {}
    const last = newest.get(caller, until)
    return {
      callsToday: integer(count, 'today'),
      callsInWeek: integer(count, 'week'),
      missedToday: integer(count, 'missed'),
      callsEver: integer(count, 'ever'),
      last: last === undefined ? null : lastOf(read(last)),
      ...datedAs('lastNote', newestNote.get(caller, until)),
      ...datedAs('lastLabel', newestLabel.get(caller, until)),
    }
  }
}

const datedAs = (name: 'lastNote' | 'lastLabel', row: Row | undefined): Partial<CallerStory> =>
  row === undefined ? {} : { [name]: { text: text(row, 'text'), at: integer(row, 'started_at') } }

function lastOf(call: HistoryCall): CallerStory['last'] {
  const { startedAt: at, talkSeconds, note, label } = call
  const agent = call.answeredBy ?? call.agent
  return { at, agent, outcome: call.outcome ?? 'unknown', talkSeconds, note, label }
}
