import type { DatabaseSync } from 'node:sqlite'
import { PHASES, type PhaseKind } from '../history/history-call.ts'
import { integer, integerOrNull, textOrNull } from '../database/row.ts'

/** `missed`: it rang, and nobody answered. */
export type DaySpanKind = PhaseKind | 'missed'

/** What the phone did in one span, epoch ms. A missed call without known phases is an instant. */
export interface DaySpan {
  readonly kind: DaySpanKind
  readonly from: number
  readonly to: number
}

/** The calls of a day. Those that overlap have overlapping spans. */
export interface DaySpans {
  readonly calls: number
  readonly missed: number
  /** Within the day, in the order in which their calls started. */
  readonly spans: readonly DaySpan[]
}

const LONGEST_CALL_MS = 86_400_000 // a call that started earlier than that isn't looked for
const PLACES_PER_MS = 1000 // calls.id is the start of the call in ms, times this

/** Reads what the phone did from `from` to `to`, epoch ms; what still lasts is counted until `to`. */
export function createDayReader(db: DatabaseSync): (from: number, to: number) => DaySpans {
  const read = db.prepare(`
    SELECT calls.id AS id, calls.started_at AS started_at, calls.ended_at AS ended_at, kind, from_at, to_at,
      outcome = 'missed' AND answered_by IS NULL AS missed
    FROM calls LEFT JOIN parts ON parts.call = calls.id AND kind <> 'recording-muted'
    WHERE calls.id BETWEEN ? AND ? ORDER BY calls.id, from_at, parts.id
  `)
  return (from, to) => {
    const [calls, missed] = [new Set<number>(), new Set<number>()]
    const spans: DaySpan[] = []
    for (const row of read.all((from - LONGEST_CALL_MS) * PLACES_PER_MS, to * PLACES_PER_MS)) {
      const isMissed = row['missed'] === 1
      const startedAt = integer(row, 'started_at')
      const endedAt = row['kind'] === null ? integerOrNull(row, 'ended_at') : integerOrNull(row, 'to_at')
      const [begin, end] = [integerOrNull(row, 'from_at') ?? startedAt, endedAt ?? to]
      if (begin > to || (begin < from && end <= from)) continue
      const id = integer(row, 'id')
      calls.add(id)
      if (isMissed) missed.add(id)
      const phase = PHASES.find((one) => one === textOrNull(row, 'kind'))
      const kind = isMissed ? 'missed' : phase
      if (kind === undefined) continue
      spans.push({ kind, from: Math.max(from, begin), to: Math.min(to, end) })
    }
    return { calls: calls.size, missed: missed.size, spans }
  }
}
