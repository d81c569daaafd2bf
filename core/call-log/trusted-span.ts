import { MINUTE_MS } from '../clock.ts'
import type { Span } from './span.ts'
import type { LoggedCall } from './logged-call.ts'

/** A call that polls saw from its start to its end, epoch ms by this computer's clock. */
export interface SeenCallSpan {
  readonly ivrid: string
  readonly startedAt: number
  readonly endedAt: number
}

/** The same call in a record without an id. */
const SAME_START_MS = 10_000
/** A call that the log doesn't have by then was never entered. */
const LATEST_MS = 180 * MINUTE_MS

/**
 * The part of a covered span in which the log is up to date: if it doesn't have a call that polls saw, it lags, and later
 * ones may be missing too. Null if that is no part.
 */
export function trustedSpan(
  { from, to }: Span,
  logged: readonly LoggedCall[],
  seen: readonly SeenCallSpan[],
  now: number,
): Span | null {
  const ids = new Set(
    logged.flatMap(({ ivrid, otherIds }) => [...(ivrid === null ? [] : [ivrid]), ...otherIds]),
  )
  const starts = logged.flatMap(({ ivrid, startedAt }) => (ivrid === null ? [startedAt] : []))
  const lacking = seen.filter(
    ({ ivrid, startedAt, endedAt }) =>
      startedAt >= from &&
      now - endedAt < LATEST_MS &&
      !ids.has(ivrid) &&
      !starts.some((start) => Math.abs(start - startedAt) <= SAME_START_MS),
  )
  const until = Math.min(to, ...lacking.map(({ startedAt }) => startedAt))
  return until > from ? { from, to: until } : null
}
