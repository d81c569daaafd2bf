import { clockKnown } from '../clock-known.ts'
import type { TakenStep } from '../taken-step.ts'
import type { Violation } from '../violation.ts'

const RULE = 'true timers'
const NEAR_MS = 2_000

/** After a good answer each call's age, and the age of its talk, is true to two seconds, wherever the clocks stand. */
export function trueTimers(steps: readonly TakenStep[]): readonly Violation[] {
  const known = clockKnown(steps)
  return steps.flatMap((step, place) => {
    if (step.what.kind !== 'good' || step.what.passing || known[place] !== true) return []
    const { view } = step.what
    return step.state.calls.flatMap(({ key, ivrid, startedAt, answeredAt }) => {
      const real = view.calls.find((call) => call.key === key)
      if (real === undefined) return []
      const texts: string[] = []
      const off = (shown: number, is: number): number => step.computerAt - shown - (step.at - is)
      const started = off(startedAt, real.startedAt)
      if (Math.abs(started) > NEAR_MS) texts.push(`the age of ${ivrid} is ${started / 1000} s too much`)
      if (answeredAt !== null && real.answeredAt !== null) {
        const answered = off(answeredAt, real.answeredAt)
        if (Math.abs(answered) > NEAR_MS) texts.push(`the talk of ${ivrid} is ${answered / 1000} s too long`)
      }
      return texts.map((what) => ({ rule: RULE, at: step.at, what }))
    })
  })
}
