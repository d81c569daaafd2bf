import { MINUTE_MS } from './clock.ts'

/** When something was done, epoch ms, for a limit per minute. */
export type DoneAt = readonly number[]

/**
 * `doneAt` with one more at `now`; null where there were `most` within the minute before. What a clock that was set back
 * leaves in the future no longer counts.
 */
export function doneOnceMore(doneAt: DoneAt, now: number, most: number): DoneAt | null {
  const recent = doneAt.filter((at) => at <= now && now - at < MINUTE_MS)
  return recent.length < most ? [...recent, now] : null
}
