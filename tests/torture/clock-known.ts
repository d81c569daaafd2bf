import type { TakenStep } from './taken-step.ts'

const QUICK_MS = 1_000 // a slower response shows the time only roughly

/**
 * For each step: true if the program has had enough to know the time. After a start that is one quick response to one
 * of its requests; after this computer's clock was set it is two, since a single date that contradicts everything
 * before it may be false.
 */
export function clockKnown(steps: readonly TakenStep[]): readonly boolean[] {
  let needed = 1
  let setAt = 0
  return steps.map(({ at, what }) => {
    if (what.kind === 'began' || what.kind === 'clock-set') {
      needed = what.kind === 'began' ? 1 : 2
      setAt = at
    }
    if (what.kind === 'good' && what.view.requestedAt >= setAt && at - what.view.requestedAt <= QUICK_MS)
      needed -= 1
    return needed <= 0
  })
}
