import type { Dials } from '../step.ts'
import type { Violation } from '../violation.ts'

const RULE = 'dialled once'

/**
 * Each confirmation by the agent leads to at most one request at the account, whatever crashes and repetitions there
 * are; and no request arrives without a confirmation.
 */
export function dialledOnce({ confirmed, arrived }: Dials): readonly Violation[] {
  const times = new Map<string, number>()
  return arrived.flatMap(({ at, target }): readonly Violation[] => {
    const count = (times.get(target) ?? 0) + 1
    times.set(target, count)
    const wanted = confirmed.some((yes) => yes.target === target && yes.at <= at)
    return [
      ...(count > 1 ? [{ rule: RULE, at, what: `${target} was called ${count} times` }] : []),
      ...(wanted ? [] : [{ rule: RULE, at, what: `${target} was called, and nobody had said yes` }]),
    ]
  })
}
