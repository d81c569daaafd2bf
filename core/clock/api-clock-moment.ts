/** A stretch of time in which a stamp is taken to lie, counted back from now. */
export interface Window {
  /** The oldest that it can be, ms. */
  readonly maxAgeMs: number
  /** How far ahead of now it may seem: this computer's own clock is only so well known. */
  readonly maxAheadMs: number
}

export const QUARTER_MS = 15 * 60_000

const MIN_OFFSET_MINUTES = -12 * 60
const MAX_OFFSET_MINUTES = 14 * 60 // Kiribati; beyond these no wall clock stands

/** Whether a wall clock can stand so many minutes east of UTC. */
export const isOffset = (minutes: number): boolean =>
  minutes >= MIN_OFFSET_MINUTES && minutes <= MAX_OFFSET_MINUTES

/** Rounded to the quarters of an hour by which wall clocks differ. */
export const toQuarters = (minutes: number): number => Math.round(minutes / 15) * 15 + 0 // + 0: no negative zero

/**
 * The offset, in minutes, by which a stamp lies within the window; null when none does. `apiMs` is the stamp, `trueNow`
 * UTC, both epoch ms. At most one does: windows are shorter than a quarter of an hour.
 */
export function offsetOfMoment(apiMs: number, trueNow: number, window: Window): number | null {
  const aheadMs = apiMs - trueNow
  const minutes = Math.ceil((aheadMs - window.maxAheadMs) / QUARTER_MS) * 15 + 0
  const ageMs = minutes * 60_000 - aheadMs
  return ageMs <= window.maxAgeMs && isOffset(minutes) ? minutes : null
}
