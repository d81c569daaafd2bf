import { clockKnown } from '../clock-known.ts'
import type { TakenStep } from '../taken-step.ts'
import type { Violation } from '../violation.ts'

const RULE = 'true timers'
const NEAR_MS = 2_000
const DATE_MS = 1_000 // responses have whole seconds: a smaller clock change is detected only after several of them
const FOUND_OUT_MS = 60_000

/**
 * After a good response each call's age and talk time are right to two seconds, whatever the clocks show; for a minute
 * after this computer's clock was set by less than a second, that much is added.
 */
export function trueTimers(steps: readonly TakenStep[]): readonly Violation[] {
  const known = clockKnown(steps)
  const near = nearness(steps)
  return steps.flatMap((step, index) => {
    if (step.what.kind !== 'good' || step.what.passing || known[index] !== true) return []
    const { view } = step.what
    return step.state.calls.flatMap(({ key, ivrid, startedAt, answeredAt }) => {
      const real = view.calls.find((call) => call.key === key)
      if (real === undefined) return []
      const texts: string[] = []
      const off = (shown: number, is: number): number => step.computerAt - shown - (step.at - is)
      const started = off(startedAt, real.startedAt)
      if (Math.abs(started) > near[index]!) texts.push(`the age of ${ivrid} is ${started / 1000} s too much`)
      if (answeredAt !== null && real.answeredAt !== null) {
        const answered = off(answeredAt, real.answeredAt)
        if (Math.abs(answered) > near[index]!)
          texts.push(`the talk of ${ivrid} is ${answered / 1000} s too long`)
      }
      return texts.map((what) => ({ rule: RULE, at: step.at, what }))
    })
  })
}

/** For each step: how far an age may be off, ms. */
function nearness(steps: readonly TakenStep[]): readonly number[] {
  let errorMs = 0
  let lately: { readonly at: number; readonly byMs: number } | null = null
  return steps.map(({ at, computerAt, what }) => {
    const byMs = Math.abs(computerAt - at - errorMs)
    errorMs = computerAt - at
    if (what.kind === 'clock-set') lately = byMs < DATE_MS ? { at, byMs } : null
    return NEAR_MS + (lately !== null && at - lately.at <= FOUND_OUT_MS ? lately.byMs : 0)
  })
}
