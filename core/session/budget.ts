const MINUTE_MS = 60_000

/** When each of the last questions was sent, the oldest first: epoch ms by this computer. */
export type Asked = readonly number[]

/**
 * When the next question may be sent, epoch ms, `now` at the earliest, so that there are never more than `limit` in any
 * minute. A clock that was set back delays by a minute at most.
 */
export function mayAskAt(asked: Asked, now: number, limit: number): number {
  const oldest = asked[asked.length - limit]
  return oldest === undefined ? now : Math.max(now, Math.min(oldest, now) + MINUTE_MS)
}

/** The questions to remember after one that was sent `at`: no more of them than the limit can ever ask about. */
export function withAsked(asked: Asked, at: number, limit: number): Asked {
  const recent = asked.filter((one) => one <= at && at - one < MINUTE_MS)
  return Number.isFinite(limit) ? [...recent, at].slice(-limit) : []
}
