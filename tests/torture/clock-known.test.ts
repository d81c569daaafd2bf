import { expect, it } from 'vitest'
import { clockKnown } from './clock-known.ts'
import { good, START, step } from './testing/sample-step.ts'

const answer = (at: number, askedAt = at - 60) => {
  const told = good(START + at)
  return step(START + at, { ...told, view: { ...told.view, askedAt: START + askedAt } })
}

it('takes one quick answer after a start, and two after the clock was set', () => {
  const steps = [
    step(START, { kind: 'began' }),
    answer(7_000, 1_000), // took its time
    answer(12_000),
    step(START + 14_000, { kind: 'clock-set' }),
    answer(14_100, 13_900), // asked before
    answer(20_000),
    answer(25_000),
  ]
  expect(clockKnown(steps)).toEqual([false, false, true, false, false, false, true])
})
