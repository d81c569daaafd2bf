import { MINUTE_MS } from '../clock.ts'

/** What was asked of late, whatever it was about; all times by one clock, ms. */
export interface RequestBudget {
  asked(at: number): void
  /** The last question was answered, failed or given up. */
  over(at: number): void
  /** How long one more question would have to wait, ms. */
  delayMs(now: number): number
  /** The clock stood still for so long. */
  passed(ms: number): void
  questions(): Asked
}

/** `before`: when the questions before were over; `limit`: questions in a minute, Infinity for no limit. */
export function createRequestBudget(limit: number, before: Asked = []): RequestBudget {
  let spent = before
  let underWay = false

  function over(at: number): void {
    if (underWay) spent = withLastOver(spent, at)
    underWay = false
  }

  return {
    asked(at) {
      over(at) // one that was given up is over with the next
      spent = withAsked(spent, at, limit)
      underWay = true
    },
    over,
    delayMs: (now) => mayAskAt(spent, now, limit) - now,
    passed: (ms) => void (spent = spent.map((at) => at - ms)),
    questions: () => spent,
  }
}

/** When each of the last questions was over, or was sent where it is not yet, the oldest first: epoch ms by this computer. */
export type Asked = readonly number[]

/**
 * When the next question may be sent, epoch ms, `now` at the earliest, so that there are never more than `limit` in any
 * minute. A clock that was set back delays no further than the gap between the last question and its setting.
 */
export function mayAskAt(asked: Asked, now: number, limit: number): number {
  const oldest = byClock(asked, now)[asked.length - limit]
  return oldest === undefined ? now : Math.max(now, oldest + MINUTE_MS)
}

/** The questions to remember after one that was sent `at`: no more of them than the limit can ever ask about. */
export function withAsked(asked: Asked, at: number, limit: number): Asked {
  const recent = byClock(asked, at).filter((one) => at - one < MINUTE_MS)
  return Number.isFinite(limit) ? [...recent, at].slice(-limit) : []
}

/**
 * The questions after the last of them was over `at`. The server got it somewhere between sending and that: counted from
 * its end, the minute holds there, too, however long it was on its way.
 */
export const withLastOver = (asked: Asked, at: number): Asked =>
  asked.length === 0 ? asked : [...byClock(asked, at).slice(0, -1), at]

/** By a clock that was set back: none lies ahead of `now`, and what lay between them stays. */
function byClock(asked: Asked, now: number): Asked {
  const ahead = (asked.at(-1) ?? now) - now
  return ahead <= 0 ? asked : asked.map((at) => at - ahead)
}
