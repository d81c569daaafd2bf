import type { Step } from './step.ts'

const QUICK_MS = 1_000 // a slower answer tells the time only roughly

/**
 * For each step: true when the program has had what it takes to know the time, which is one quick answer to a question
 * that it sent after it began and after this computer's clock was last set.
 */
export function clockKnown(steps: readonly Step[]): readonly boolean[] {
  let known = false
  let setAt = 0
  return steps.map(({ at, what }) => {
    if (what.kind === 'began' || what.kind === 'clock-set') {
      known = false
      setAt = at
    }
    if (what.kind === 'good' && what.view.askedAt >= setAt && at - what.view.askedAt <= QUICK_MS) known = true
    return known
  })
}
