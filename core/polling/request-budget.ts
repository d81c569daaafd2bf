import { mayAskAt, withAsked, withLastOver, type Asked } from './budget.ts'

/** What was asked of late, whatever it was about; all times by one clock, ms. */
export interface SpentBudget {
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
export function createSpentBudget(limit: number, before: Asked = []): SpentBudget {
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
