import { MINUTE_MS } from '../clock.ts'
import type { RecordProblem } from './call-log-answer.ts'
import type { LogRecord } from './log-record.ts'
import type { Span } from './span.ts'

/** A record with the time of its call's start, epoch ms by this computer's clock. */
export interface PlacedRecord extends LogRecord {
  readonly at: number
}

/** When the call of a record was over, as far as it says. */
export const endOf = ({ at, ringSeconds, talkSeconds }: PlacedRecord): number =>
  at + ((ringSeconds ?? 0) + (talkSeconds ?? 0)) * 1000

/** A call on the watched extension, as polls saw it. */
export interface KnownCall {
  readonly startedAt: number
  readonly answered: boolean
}

/** What is known about times when a response arrives. All epoch ms by this computer's clock. */
export interface LogTimes {
  /** The requested span. */
  readonly span: Span
  readonly now: number
  /** This computer's clock minus true UTC, ms. */
  readonly errorMs: number
  /** The account's wall clock minus UTC, minutes. */
  readonly offsetMinutes: number
  /** Null for a call that polls didn't see. */
  readonly known: (ivrid: string) => KnownCall | null
}

/** How far a record's start may be from the one that polls saw: the log may count from the start of a wait. */
const SAME_START_MS = 10 * MINUTE_MS
/** A record from the future is none; both clocks may be slightly off. */
const MAX_AHEAD_MS = 2 * MINUTE_MS
/** No zone differs by less. */
const OTHER_ZONE_MS = 15 * MINUTE_MS

/** A way to read the time of a record: true UTC, epoch ms; null if it can't be read that way. */
type Reading = (record: LogRecord, offsetMs: number) => number | null

const byDate: Reading = ({ dated }) => dated?.ms ?? null
const byEpoch: Reading = ({ epochMs }) => epochMs
const less =
  (reading: Reading): Reading =>
  (record, offsetMs) => {
    const ms = reading(record, offsetMs)
    return ms === null ? null : ms - offsetMs
  }

/** The first one is as documented; a date without the documented `Z` is less certain than the epoch. */
const READINGS = {
  utc: [byDate, byEpoch, less(byDate), less(byEpoch)],
  bare: [byEpoch, byDate, less(byDate), less(byEpoch)],
  offset: [byDate],
} as const

/**
 * The records with their times. They are read as UTC, as documented, unless calls that polls saw, or the requested span, show
 * that they are the account's wall clock. Records without a time, or from the future, are left out.
 */
export function placeRecords(
  records: readonly LogRecord[],
  times: LogTimes,
): { readonly placed: readonly PlacedRecord[]; readonly problems: readonly RecordProblem[] } {
  const offsetMs = times.offsetMinutes * MINUTE_MS
  const kinds = Map.groupBy(records, ({ dated }) => dated?.zone ?? 'bare')
  const best = new Map([...kinds].map(([kind, list]) => [kind, bestReading(list, READINGS[kind], times)]))

  const timed = records.flatMap((record) => {
    const ms = best.get(record.dated?.zone ?? 'bare')?.(record, offsetMs) ?? anyTime(record)
    return ms === null ? [] : [{ ...record, at: ms + times.errorMs }]
  })
  const placed = timed.filter(({ at }) => at <= times.now + MAX_AHEAD_MS)
  const moved = placed.filter(({ at, dated }) => isOtherZone(at - times.errorMs, dated?.ms ?? null))
  return {
    placed,
    problems: [
      { what: 'no-time', count: records.length - timed.length },
      { what: 'future', count: timed.length - placed.length },
      { what: 'other-zone', count: moved.length },
    ],
  }
}

const anyTime = ({ dated, epochMs }: LogRecord): number | null => dated?.ms ?? epochMs

const isOtherZone = (ms: number, datedMs: number | null): boolean =>
  datedMs !== null && Math.abs(ms - datedMs) >= OTHER_ZONE_MS

/** The reading that agrees with the most calls that polls saw; of equal ones, with the requested span. */
function bestReading(
  records: readonly LogRecord[],
  readings: readonly Reading[],
  { span, now, errorMs, offsetMinutes, known }: LogTimes,
): Reading {
  const to = Math.min(span.to, now) + MAX_AHEAD_MS
  const seen = new Map(
    records.flatMap(({ ivrid, side }) => (side === 'other' ? [] : [[ivrid, known(ivrid)]])),
  )

  function score(reading: Reading): { readonly seen: number; readonly fits: number } {
    const counts = { seen: 0, fits: 0 }
    for (const record of records) {
      const ms = reading(record, offsetMinutes * MINUTE_MS)
      if (ms === null) continue
      const at = ms + errorMs
      const start = seen.get(record.ivrid)?.startedAt
      if (start !== undefined && Math.abs(at - start) <= SAME_START_MS) counts.seen++
      if (at >= span.from - MAX_AHEAD_MS && at <= to) counts.fits++
    }
    return counts
  }

  const scored = readings.map((reading) => ({ reading, ...score(reading) }))
  return scored.reduce((best, one) =>
    one.seen > best.seen || (one.seen === best.seen && one.fits > best.fits) ? one : best,
  ).reading
}
