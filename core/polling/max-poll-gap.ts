import { MINUTE_MS } from '../clock.ts'
import type { TelephonyLimits } from '../telephony/telephony-client.ts'
import { MAX_BACKOFF_MS } from './backoff.ts'

const SLOWEST_PACE_MS = 15_000
const WIDEST_PACE = 4 // twice the even share for a person who is looked for, and at most twice that where all is wanted

export interface Pace {
  /** The least wait after an answer. */
  readonly floorMs: number
  /** Questions in any minute; Infinity for no limit. */
  readonly limit: number
}

/**
 * No two questions of a session that works lie further apart than this, ms: the slowest pace, the budget, or the back-off
 * after failures, with a question that is given up in between. For one that was asked to wait, or whose question was a
 * lesser one when it last failed, see `maxHeldGapMs`.
 */
export function maxPollGapMs({ floorMs, limit }: Pace, { requestMs }: TelephonyLimits): number {
  const evenMs = Math.max(floorMs, MINUTE_MS / Math.max(1, limit - 1))
  const budgetMs = Number.isFinite(limit) ? MINUTE_MS : 0
  const slowestMs = Math.max(2 * SLOWEST_PACE_MS, WIDEST_PACE * evenMs)
  return requestMs + Math.max(budgetMs, slowestMs, MAX_BACKOFF_MS, floorMs)
}

/** The longest wait that a server's Retry-After, or the refusal of a lesser question, can bring about. */
export const maxHeldGapMs = ({ requestMs, holdMs }: TelephonyLimits): number => requestMs + holdMs
