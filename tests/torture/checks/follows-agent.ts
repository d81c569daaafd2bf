import type { Step } from '../step.ts'
import type { TakenStep } from '../taken-step.ts'
import type { Violation } from '../violation.ts'

const RULE = 'follows the agent'

/**
 * After a good response about everyone, the watched extension is one where the agent is logged in, or none if there is
 * none. A response that is in doubt changes nothing yet.
 */
export function followsAgent(
  steps: readonly Step[],
  taken: readonly TakenStep[],
  person: number | null,
): readonly Violation[] {
  if (person === null) return []
  const doubts = new Set(
    taken.filter(({ what }) => what.kind === 'aside' || what.kind === 'failed').map(({ at }) => at),
  )
  return steps.flatMap(({ at, what, location }) => {
    if (what.kind !== 'everyone' || doubts.has(at)) return []
    const desks = what.views.filter(({ onlineUserId }) => onlineUserId === person).map((one) => one.extension)
    const is = 'extension' in location ? location.extension : null
    if (is === null ? desks.length === 0 : desks.includes(is)) return []
    const shown = is === null ? location.kind : `at ${is}`
    return [
      { rule: RULE, at, what: `the agent is shown as ${shown}, but is logged in at [${desks.join(', ')}]` },
    ]
  })
}
