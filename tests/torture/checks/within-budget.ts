import type { SentRequest } from '../step.ts'
import type { Violation } from '../violation.ts'

const RULE = 'within the budget'
const MINUTE_MS = 60_000

/**
 * A run sends no more requests in any minute than the settings allow, whatever they are about and however the
 * computer's clock is set. A restarted run can't know what the previous one requested.
 */
export function withinBudget(asked: readonly SentRequest[], limit: number): readonly Violation[] {
  return asked.flatMap(({ at, run }, index) => {
    const first = asked[index - limit]
    if (first === undefined || first.run !== run || at - first.at >= MINUTE_MS) return []
    const what = `${limit + 1} requests in ${(at - first.at) / 1000} s`
    return [{ rule: RULE, at, what }]
  })
}
