import type { Step } from '../step.ts'
import type { TakenStep } from '../taken-step.ts'
import type { Violation } from '../violation.ts'

const RULE = 'follows the person'

/**
 * After a good answer about everyone, the watched desk is one where the person is logged in; none where there is none.
 * One that is in doubt says nothing yet.
 */
export function followsPerson(
  steps: readonly Step[],
  taken: readonly TakenStep[],
  person: number | null,
): readonly Violation[] {
  if (person === null) return []
  const doubts = new Set(
    taken.filter(({ what }) => what.kind === 'aside' || what.kind === 'failed').map(({ at }) => at),
  )
  return steps.flatMap(({ at, what, place }) => {
    if (what.kind !== 'everyone' || doubts.has(at)) return []
    const desks = what.views.filter(({ onlineUserId }) => onlineUserId === person).map((one) => one.extension)
    const is = 'extension' in place ? place.extension : null
    if (is === null ? desks.length === 0 : desks.includes(is)) return []
    const told = is === null ? place.kind : `at ${is}`
    return [{ rule: RULE, at, what: `the person is ${told}, and sits at [${desks.join(', ')}]` }]
  })
}
