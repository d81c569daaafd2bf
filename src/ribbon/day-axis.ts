import type { DaySpan } from '../../core/report/day-spans.ts'

const HOUR_MS = 3_600_000

/** What a ribbon of a day shows, epoch ms, and the full hours in between. */
export interface DayAxis {
  readonly from: number
  readonly to: number
  readonly hours: readonly number[]
}

/** From the full hour of the day's first span until now, so that the hours before work take no room. */
export function dayAxis(spans: readonly DaySpan[], now: number): DayAxis {
  const first = spans.reduce((least, span) => Math.min(least, span.from), now)
  const from = new Date(first).setMinutes(0, 0, 0)
  const hours: number[] = []
  for (let hour = from + HOUR_MS; hour < now; hour += HOUR_MS) hours.push(hour)
  return { from, to: now, hours }
}
