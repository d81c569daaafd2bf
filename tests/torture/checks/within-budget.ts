import type { Asked } from '../step.ts'
import type { Violation } from '../violation.ts'

const RULE = 'within the budget'
const MINUTE_MS = 60_000

/**
 * A run asks no more often in any minute than the settings allow, whatever it asks about and however
 * the computer's clock is set. A run that was begun anew
 * can't know what the one before it asked.
 */
export function withinBudget(asked: readonly Asked[], limit: number): readonly Violation[] {
  return asked.flatMap(({ at, run }, place) => {
    const first = asked[place - limit]
    if (first === undefined || first.run !== run || at - first.at >= MINUTE_MS) return []
    const what = `${limit + 1} questions in ${(at - first.at) / 1000} s`
    return [{ rule: RULE, at, what }]
  })
}
