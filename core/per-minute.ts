import { MINUTE_MS } from './clock.ts'

/** When something was done, epoch ms, for a limit per minute. */
export type DoneAt = readonly number[]

/**
 * `doneAt` plus one more at `now`; null if there were already `most` in the last minute. Times in the future, which a
 * clock that was set back leaves behind, no longer count.
 */
export function doneOnceMore(doneAt: DoneAt, now: number, most: number): DoneAt | null {
  const recent = doneAt.filter((at) => at <= now && now - at < MINUTE_MS)
  return recent.length < most ? [...recent, now] : null
}
