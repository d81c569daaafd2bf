import type { TakenStep } from './taken-step.ts'

const QUICK_MS = 1_000 // a slower answer tells the time only roughly

/**
 * For each step: true when the program has had what it takes to know the time. After it began that is one quick answer
 * to a question of its own; after this computer's clock was set it is two, since a single date that contradicts all
 * before it may be a lie.
 */
export function clockKnown(steps: readonly TakenStep[]): readonly boolean[] {
  let needed = 1
  let setAt = 0
  return steps.map(({ at, what }) => {
    if (what.kind === 'began' || what.kind === 'clock-set') {
      needed = what.kind === 'began' ? 1 : 2
      setAt = at
    }
    if (what.kind === 'good' && what.view.askedAt >= setAt && at - what.view.askedAt <= QUICK_MS) needed -= 1
    return needed <= 0
  })
}
