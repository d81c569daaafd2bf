import { MINUTE_MS } from '../clock.ts'
import type { LogSpan, RecordProblem } from './call-log-answer.ts'
import type { LogRecord } from './log-record.ts'

/** A record with the time of its call's start, epoch ms by this computer's clock. */
export interface PlacedRecord extends LogRecord {
  readonly at: number
}

/** What is known about times when a response arrives. All epoch ms by this computer's clock. */
export interface LogTimes {
  /** The requested span. */
  readonly span: LogSpan
  readonly now: number
  /** This computer's clock minus true UTC, ms. */
  readonly errorMs: number
  /** The account's wall clock minus UTC, minutes. */
  readonly offsetMinutes: number
  /** When a call started that polls saw on the watched extension; null for one they didn't. */
  readonly startOf: (ivrid: string) => number | null
}

/** How far a record's start may be from the one that polls saw: the log may count from the start of a wait. */
const SAME_START_MS = 10 * MINUTE_MS
/** A record from the future is none; both clocks may be slightly off. */
const MAX_AHEAD_MS = 2 * MINUTE_MS

/**
 * The records with their times. Times are UTC as documented, unless calls that polls saw, or the requested span, show that
 * they are the account's wall clock. Records without a time, or from the future, are left out.
 */
export function placeRecords(
  records: readonly LogRecord[],
  times: LogTimes,
): { readonly placed: readonly PlacedRecord[]; readonly problems: readonly RecordProblem[] } {
  const { now, errorMs } = times
  const dated = records.flatMap((record) =>
    record.time === null ? [] : [{ ...record, at: record.time.ms + errorMs }],
  )
  const shiftMs = shiftOf(
    dated.filter((one) => one.time?.hasZone === false),
    times,
  )
  const shifted = dated.map((one) => (one.time?.hasZone === false ? { ...one, at: one.at - shiftMs } : one))
  const placed = shifted.filter((one) => one.at <= now + MAX_AHEAD_MS)
  return {
    placed,
    problems: [
      { what: 'no-time', count: records.length - dated.length },
      { what: 'future', count: shifted.length - placed.length },
      {
        what: 'other-zone',
        count: shiftMs === 0 ? 0 : placed.filter((one) => one.time?.hasZone === false).length,
      },
    ],
  }
}

/** How far the times are ahead of UTC, ms: 0 or the account's offset. */
function shiftOf(records: readonly PlacedRecord[], { span, now, offsetMinutes, startOf }: LogTimes): number {
  const offsetMs = offsetMinutes * MINUTE_MS
  if (offsetMs === 0) return 0
  const known = records.flatMap(({ ivrid, at }) => {
    const start = ivrid === '' ? null : startOf(ivrid)
    return start === null ? [] : [at - start]
  })
  const utc = known.filter((lateMs) => Math.abs(lateMs) <= SAME_START_MS).length
  const local = known.filter((lateMs) => Math.abs(lateMs - offsetMs) <= SAME_START_MS).length
  if (utc !== local) return utc > local ? 0 : offsetMs
  const to = Math.min(span.to, now) + MAX_AHEAD_MS
  const fitting = (byMs: number): number =>
    records.filter(({ at }) => at - byMs >= span.from - MAX_AHEAD_MS && at - byMs <= to).length
  return fitting(offsetMs) > fitting(0) ? offsetMs : 0
}
