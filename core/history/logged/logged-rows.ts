import type { DatabaseSync } from 'node:sqlite'
import { OUTCOMES } from '../history-call.ts'
import { flag, integer, integerOrNull, oneOf, text, textOrNull, type Row } from '../../database/row.ts'
import type { LoggedCourse } from './join-logged.ts'
import type { Ending } from './logged-ending.ts'

/** What the call log says about a stored call. Times are epoch ms. */
export interface LoggedRow {
  readonly course: LoggedCourse
  /** False: there may be more records of it, since these have no id, or are about its first leg alone. */
  readonly whole: boolean
  /** When it changed last. */
  readonly at: number
  /** When the log was last read with this call in it. */
  readonly readAt: number
  /** What polls had seen; null while the call's outcome is theirs. */
  readonly replaced: Ending | null
  /** It was a missed call before, according to polls or to the log. */
  readonly wasMissed: boolean
}

/** A stored call as polls saw it, or as the log has corrected it. */
export interface StoredEnding {
  readonly startedAt: number
  readonly polled: boolean
  /** Null while the call is live. */
  readonly ending: Ending | null
}

export interface LoggedRows {
  of(call: number): LoggedRow | null
  /** Stores what the log says, read `at`. */
  store(call: number, what: Pick<LoggedRow, 'course' | 'whole'>, at: number): void
  /** What it says changed then. */
  noteChange(call: number, at: number): void
  ending(call: number): StoredEnding
  /** Gives a call the outcome and the end that follow from the log. */
  apply(call: number, ending: Ending, polled: Ending): void
  /** The call that the log also knows by this id; null if none is. */
  byOtherId(extension: string, ivrid: string): number | null
  noteOtherIds(call: number, extension: string, ids: readonly string[]): void
  /** What polls had seen decides again. */
  restore(call: number, polled: Ending): void
  /** Polls show it again: from now on, they decide. */
  withdraw(call: number): void
}

const NOTES_DISMISSAL = `dismissed = (SELECT iif(calls.outcome IS 'missed', NOT listed, dismissed) FROM calls WHERE id = :call)`
const WAS_DISMISSED = 'EXISTS (SELECT 1 FROM logged WHERE call = :call AND dismissed)'

export function createLoggedRows(db: DatabaseSync): LoggedRows {
  const find = db.prepare('SELECT * FROM logged WHERE call = ?')
  const upsert = db.prepare(`
    INSERT INTO logged (
      call, whole, at, read_at, started_at, outcome, ring_seconds, talk_seconds, answered_by, queue, recording_url
    ) VALUES (
      :call, :whole, :at, :at, :startedAt, :outcome, :ringSeconds, :talkSeconds, :answeredBy, :queue, :recordingUrl
    )
    ON CONFLICT (call) DO UPDATE SET
      whole = :whole, read_at = max(read_at, :at), started_at = :startedAt, outcome = :outcome,
      ring_seconds = :ringSeconds, talk_seconds = :talkSeconds, answered_by = :answeredBy, queue = :queue,
      recording_url = :recordingUrl
  `)
  const change = db.prepare('UPDATE logged SET at = ? WHERE call = ?')
  const ending = db.prepare(
    'SELECT started_at, polled, outcome, ended_at, end_seen, answered_by, answered_at, connected FROM calls WHERE id = ?',
  )
  const applied = db.prepare(`
    UPDATE logged SET applied = 1,
      ${NOTES_DISMISSAL},
      was_missed = was_missed OR :isMissed OR (SELECT outcome IS 'missed' FROM calls WHERE id = :call), polled_outcome = :outcome, polled_ended_at = :endedAt,
      polled_end_seen = :endSeen, polled_answered_by = :answeredBy, polled_answered_at = :answeredAt, polled_connected = :connected
    WHERE call = :call
  `)
  const apply = db.prepare(`
    UPDATE calls SET outcome = :outcome, ended_at = :endedAt, end_seen = :endSeen, answered_by = :answeredBy,
      answered_at = :answeredAt, connected = :connected,
      seen = iif(outcome IS :outcome, seen, :outcome <> 'missed' OR ${WAS_DISMISSED}),
      listed = iif(outcome IS :outcome, listed, :outcome = 'missed' AND NOT ${WAS_DISMISSED})
    WHERE id = :call
  `)
  const unapply = db.prepare(`UPDATE logged SET applied = 0, ${NOTES_DISMISSAL} WHERE call = :call`)
  const reopen = db.prepare(`
    UPDATE calls SET answered_at = polled_answered_at, connected = polled_connected
    FROM logged WHERE logged.call = calls.id AND applied = 1 AND calls.id = ?
  `)
  const withdraw = db.prepare('UPDATE logged SET applied = 0, dismissed = 0 WHERE call = ?')

  const otherId = db.prepare('SELECT call FROM other_ids WHERE extension = ? AND ivrid = ?')
  const noteId = db.prepare('INSERT OR IGNORE INTO other_ids (extension, ivrid, call) VALUES (?, ?, ?)')

  return {
    byOtherId: (extension, ivrid) => integerOrNull(otherId.get(extension, ivrid) ?? {}, 'call'),
    noteOtherIds: (call, extension, ids) => ids.forEach((id) => noteId.run(extension, id, call)),
    of(call) {
      const row = find.get(call)
      return row === undefined ? null : loggedRow(row)
    },
    store: (call, { course, whole }, at) => void upsert.run({ ...course, whole: Number(whole), call, at }),
    noteChange: (call, at) => void change.run(at, call),
    ending(call) {
      const row = ending.get(call) ?? {}
      const isLive = integerOrNull(row, 'ended_at') === null
      const [startedAt, polled] = [integer(row, 'started_at'), flag(row, 'polled')]
      return { startedAt, polled, ending: isLive ? null : endingFrom(row, '') }
    },
    apply(call, ending, polled) {
      applied.run({ call, ...columnsOf(polled), isMissed: Number(ending.outcome === 'missed') })
      apply.run({ call, ...columnsOf(ending) })
    },
    restore(call, polled) {
      unapply.run({ call })
      apply.run({ call, ...columnsOf(polled) })
    },
    withdraw(call) {
      reopen.run(call)
      withdraw.run(call)
    },
  }
}

const columnsOf = ({ outcome, endedAt, endSeen, answeredBy, answeredAt, connected }: Ending) => ({
  outcome,
  endedAt,
  endSeen: Number(endSeen),
  answeredBy: answeredBy || null,
  answeredAt,
  connected: Number(connected),
})

function loggedRow(row: Row): LoggedRow {
  return {
    course: {
      startedAt: integer(row, 'started_at'),
      outcome: oneOf(row, 'outcome', ['missed', 'unanswered', 'completed'], 'completed'),
      ringSeconds: integerOrNull(row, 'ring_seconds'),
      talkSeconds: integerOrNull(row, 'talk_seconds'),
      answeredBy: text(row, 'answered_by'),
      queue: text(row, 'queue'),
      recordingUrl: textOrNull(row, 'recording_url'),
    },
    whole: flag(row, 'whole'),
    at: integer(row, 'at'),
    readAt: integer(row, 'read_at'),
    wasMissed: flag(row, 'was_missed'),
    replaced: flag(row, 'applied') ? endingFrom(row, 'polled_') : null,
  }
}

/** The ending in the columns that begin with `prefix`. */
const endingFrom = (row: Row, prefix: '' | 'polled_'): Ending => ({
  outcome: oneOf(row, `${prefix}outcome`, OUTCOMES, 'unknown'),
  endedAt: integer(row, `${prefix}ended_at`),
  endSeen: flag(row, `${prefix}end_seen`),
  answeredBy: text(row, `${prefix}answered_by`),
  answeredAt: integerOrNull(row, `${prefix}answered_at`),
  connected: flag(row, `${prefix}connected`),
})
