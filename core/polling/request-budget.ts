import { MINUTE_MS } from '../clock.ts'

/**
 * The recent requests of any kind; all times by one clock, ms. `before`: when the earlier ones finished; `limit`: requests
 * per minute, Infinity for no limit.
 */
export function createRequestBudget(limit: number, before: RequestTimes = []) {
  let spent = before
  let underWay = false

  /** The last request succeeded, failed or was abandoned. */
  function over(at: number): void {
    if (underWay) spent = withLastOver(spent, at)
    underWay = false
  }

  return {
    asked(at: number) {
      over(at) // an abandoned one is over when the next is sent
      spent = withRequest(spent, at, limit)
      underWay = true
    },
    over,
    /** How long one more request would have to wait, ms. */
    delayMs: (now: number): number => mayRequestAt(spent, now, limit) - now,
    /** The clock stood still for this long, ms. */
    passed: (ms: number) => void (spent = spent.map((at) => at - ms)),
    times: (): RequestTimes => spent,
  }
}

/**
 * When each of the last requests finished, or was sent if it hasn't yet, the oldest first: epoch ms by this computer's
 * clock.
 */
export type RequestTimes = readonly number[]

/**
 * When the next request may be sent, epoch ms, `now` at the earliest, so that there are never more than `limit` in any
 * minute. A clock that was set back delays no further than the gap between the last request and the change.
 */
export function mayRequestAt(asked: RequestTimes, now: number, limit: number): number {
  const oldest = byClock(asked, now)[asked.length - limit]
  return oldest === undefined ? now : Math.max(now, oldest + MINUTE_MS)
}

/** The requests to remember after one sent `at`: no more than the limit requires. */
export function withRequest(asked: RequestTimes, at: number, limit: number): RequestTimes {
  const recent = byClock(asked, at).filter((one) => at - one < MINUTE_MS)
  return Number.isFinite(limit) ? [...recent, at].slice(-limit) : []
}

/**
 * The requests after the last one finished `at`. The server received it some time between sending and then: counted from
 * its end, the limit holds on the server too, however long the request took.
 */
export const withLastOver = (asked: RequestTimes, at: number): RequestTimes =>
  asked.length === 0 ? asked : [...byClock(asked, at).slice(0, -1), at]

/** After the clock was set back: none is later than `now`, and the gaps between them stay. */
function byClock(asked: RequestTimes, now: number): RequestTimes {
  const ahead = (asked.at(-1) ?? now) - now
  return ahead <= 0 ? asked : asked.map((at) => at - ahead)
}
