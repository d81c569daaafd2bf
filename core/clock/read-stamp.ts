import { isOffset, offsetOfMoment, toQuarters } from './account-offset.ts'
import type { Window } from './account-offset.ts'
import type { ClockBelief } from './api-clock.ts'

/** The time of an API stamp, as epoch ms by this computer's clock. `from` and `until` limit plausible values. */
export interface Bounds {
  readonly from: number
  readonly until: number
}

/** A repeated stamp may differ by a second or two, and a time that seemed to be in the future was reported as now. */
const SAME_INSTANT_MS = 3_000

/** Stamps and dates have a resolution of one second: being ahead by less than this isn't a contradiction. */
export const STAMP_SLACK_MS = 2_000

/** A stamp at an offset (minutes), as epoch ms by this computer's clock, so that `now - it` is an age. */
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

/** A stamp only known to be within a window that ends `at`; null when that is impossible, or it would be in the future. */
export function readMoment(
  apiSeconds: number,
  at: number,
  window: Window,
  belief: ClockBelief,
): number | null {
  const minutes = offsetOfMoment(apiSeconds * 1000, at - belief.computer.errorMs, window)
  if (minutes === null) return null
  const moment = atOffset(apiSeconds, minutes, belief)
  return moment <= at + STAMP_SLACK_MS ? moment : null
}

/** How a stamp was read before. */
export interface Reading {
  /** The offset used, minutes. */
  readonly minutes: number
  /** The same instant by the current knowledge of this computer's error, epoch ms. */
  readonly at: number
}

/**
 * How a stamp was read as `known` (epoch ms by this computer's clock); null when that wasn't a reading of this stamp.
 */
export function readingBehind(apiSeconds: number, known: number, belief: ClockBelief): Reading | null {
  const { errorMs, movedMs } = belief.computer
  const now = nearest(apiSeconds * 1000 + errorMs - known)
  const before = nearest(apiSeconds * 1000 + errorMs - movedMs - known) // when less was known about that error
  const isNow =
    now.offMs <= before.offMs || (now.offMs <= SAME_INSTANT_MS && Math.abs(movedMs) > SAME_INSTANT_MS)
  const [{ minutes, offMs }, at] = isNow ? [now, known] : [before, known + movedMs]
  if (offMs > SAME_INSTANT_MS || !isOffset(minutes)) return null
  // A time that seemed to be in the future was reported as now, and stays so; one reported as now for lack of a stamp is corrected.
  return { minutes, at: Math.min(at, atOffset(apiSeconds, minutes, belief)) }
}

function nearest(ms: number): { readonly minutes: number; readonly offMs: number } {
  const minutes = toQuarters(ms / 60_000)
  return { minutes, offMs: Math.abs(ms - minutes * 60_000) }
}

/**
 * A stamp that was read before, as `known`: the same instant again, wherever the offset has gone since. Null when that
 * wasn't a reading of this stamp, or used an offset that was never true.
 */
export function readAgain(apiSeconds: number, known: number, belief: ClockBelief): number | null {
  const reading = readingBehind(apiSeconds, known, belief)
  return reading === null || reading.minutes === belief.offset.refuted ? null : reading.at
}
