import { MINUTE_MS } from '../clock.ts'
import type { TelephonyLimits } from '../telephony/telephony-client.ts'
import { MAX_BACKOFF_MS } from './backoff.ts'
import type { Situation } from './cadence.ts'

const SLOWEST_PACE_MS = 15_000
const WIDEST_PACE = 4 // twice the even share while a person is being located, and at most twice that if everything is wanted

/**
 * The longest gap between two requests of a working session, ms: the slowest pace, the budget, or the back-off
 * after failures, including an abandoned request in between. When the server required a wait, or when the last failure
 * was of a lesser request, see `maxHeldGapMs`.
 */
export function maxPollGapMs(
  { floorMs, limit }: Pick<Situation, 'floorMs' | 'limit'>,
  { requestMs }: TelephonyLimits,
): number {
  const evenMs = Math.max(floorMs, MINUTE_MS / Math.max(1, limit - 1))
  const budgetMs = Number.isFinite(limit) ? MINUTE_MS : 0
  const slowestMs = Math.max(2 * SLOWEST_PACE_MS, WIDEST_PACE * evenMs)
  return requestMs + Math.max(budgetMs, slowestMs, MAX_BACKOFF_MS, floorMs)
}

/** The longest wait that a server's Retry-After, or the refusal of a lesser request, can cause. */
export const maxHeldGapMs = ({ requestMs, holdMs }: TelephonyLimits): number => requestMs + holdMs
