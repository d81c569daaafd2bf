/** Why there was no good response. `not-running`: Ringside was closed, or the computer was off. */
export const BLIND_REASONS = [
  'asleep',
  'refused',
  'limited',
  'faulty',
  'malformed',
  'unreachable',
  'not-running',
] as const

export type BlindReason = (typeof BLIND_REASONS)[number]

/** A span without a good response, epoch ms; `to` is null while it lasts. */
export interface BlindSpot {
  readonly from: number
  readonly to: number | null
  readonly why: BlindReason
}
