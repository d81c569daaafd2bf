import { mayAskAt, withAsked, withLastOver, type Asked } from '../session/budget.ts'

/** The budget as it was spent: by it the program decided whether one more question was to be had. */
export interface SpentBudget {
  asked(at: number): void
  over(at: number): void
  /** How long one more question would have had to wait, ms. */
  delayMs(now: number): number
}

/** `before`: when the questions before were over; `limit`: questions in a minute, Infinity for no limit. */
export function createSpentBudget(before: Asked, limit: number): SpentBudget {
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
  }
}
