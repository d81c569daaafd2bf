import { offsetOfMoment, toQuarters, isOffset } from './api-clock-moment.ts'
import type { Window } from './api-clock-moment.ts'
import type { ClockBelief } from './api-clock.ts'

/** When a stamp of the API lies, as epoch ms by this computer. `from` and `until` bound what can be believed. */
export interface Bounds {
  readonly from: number
  readonly until: number
}

const SAME_INSTANT_MS = 3_000 // a belief is mended by less, and a stamp told again differs by less

/** A stamp at an offset (minutes), as epoch ms by this computer, so that `now - it` is an age. */
export const atOffset = (apiSeconds: number, minutes: number, { computer }: ClockBelief): number =>
  apiSeconds * 1000 - minutes * 60_000 + computer.errorMs

/** A stamp as the belief reads it; null when that is out of bounds. A stamp of the hour that summer time repeats may be either. */
export function readStamp(apiSeconds: number, belief: ClockBelief, bounds: Bounds): number | null {
  const { minutes, earlier } = belief.offset
  const now = atOffset(apiSeconds, minutes, belief)
  const then = earlier === null ? now : atOffset(apiSeconds, earlier.minutes, belief)
  const until = (earlier?.until ?? -Infinity) + belief.computer.errorMs
  const readings = [...(now >= until ? [now] : []), ...(then < until ? [then] : []), now]
  return readings.find((at) => at >= bounds.from && at <= bounds.until) ?? null
}

/** A stamp of which is known only that it lies within a window that ends `at`; null when it can't. */
export function readMoment(
  apiSeconds: number,
  at: number,
  window: Window,
  belief: ClockBelief,
): number | null {
  const minutes = offsetOfMoment(apiSeconds * 1000, at - belief.computer.errorMs, window)
  return minutes === null ? null : atOffset(apiSeconds, minutes, belief)
}

/**
 * A stamp that was read before, as `known`: the same reading again, wherever the offset has gone since. Null when the
 * stamp is another one, or when it was read by an offset that was never true.
 */
export function readAgain(apiSeconds: number, known: number, belief: ClockBelief): number | null {
  const minutes = (apiSeconds * 1000 + belief.computer.errorMs - known) / 60_000
  const offset = toQuarters(minutes)
  const same = Math.abs(minutes - offset) * 60_000 <= SAME_INSTANT_MS
  if (!same || !isOffset(offset) || offset === belief.offset.refuted) return null
  return atOffset(apiSeconds, offset, belief)
}
