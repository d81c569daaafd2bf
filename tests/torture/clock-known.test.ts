import { expect, it } from 'vitest'
import { clockKnown } from './clock-known.ts'
import { good, START, step } from './testing/sample-step.ts'

const answer = (at: number, requestedAt = at - 60) => {
  const response = good(START + at)
  return step(START + at, { ...response, view: { ...response.view, requestedAt: START + requestedAt } })
}

it('takes one quick response after a start, and two after the clock was set', () => {
  const steps = [
    step(START, { kind: 'began' }),
    answer(7_000, 1_000), // slow
    answer(12_000),
    step(START + 14_000, { kind: 'clock-set' }),
    answer(14_100, 13_900), // requested before
    answer(20_000),
    answer(25_000),
  ]
  expect(clockKnown(steps)).toEqual([false, false, true, false, false, false, true])
})
