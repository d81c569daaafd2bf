/** How near a wait is to its threshold. */
export type WaitLevel = 'calm' | 'near' | 'past'

const NEAR = 0.75 // at 1:30 of 2:00 there is still time to act

/** The level of a wait of `ms`. */
export function waitLevel(ms: number, thresholdSeconds: number): WaitLevel {
  const share = ms / (thresholdSeconds * 1000)
  return share >= 1 ? 'past' : share >= NEAR ? 'near' : 'calm'
}
