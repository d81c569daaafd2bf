import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Call } from '../domain.ts'
import { initialBelief } from '../clock/api-clock.ts'
import type { ClockBelief } from '../clock/api-clock.ts'
import { seenCall } from '../testing/seen.ts'
import { updateCall } from './update-call.ts'
import { shiftTimes } from './shift-times.ts'
import { NOTHING_KNOWN } from './reduce.ts'

const AT = Date.UTC(2026, 0, 15, 10, 0, 0)
const UNTOLD = initialBelief('UTC', AT)
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** The clock estimate at one response, and what happened to this computer's clock before it. */
interface Belief {
  readonly quarters: number
  readonly votes: number
  /** By how much the clock was set, ms. */
  readonly stepMs: number
  /** By how much our estimate of it was wrong as well, ms. */
  readonly correctedMs: number
}

const anyBelief: fc.Arbitrary<Belief> = fc.record({
  quarters: fc.integer({ min: -48, max: 56 }),
  votes: fc.integer({ min: 0, max: 2 }),
  stepMs: fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, fc.integer({ min: -2 * DAY, max: 2 * DAY })),
  correctedMs: fc.integer({ min: -1_000, max: 1_000 }),
})
const phase = fc.constantFrom('ringing', 'dialing', 'talking', 'held', 'other')
const stamp = fc.integer({ min: AT / 1000 - 60_000, max: AT / 1000 + 60_000 })
const anyCall = fc.record({
  phase,
  answered: fc.boolean(),
  startedApiSeconds: fc.option(stamp),
  answeredApiSeconds: fc.option(stamp),
} as const)
/** It is answered after it started, like any real call. */
const soundCall = fc
  .tuple(phase, fc.boolean(), stamp, fc.option(fc.integer({ min: 0, max: 600 })))
  .map(([word, answered, started, talksAfter]) => ({
    phase: word,
    answered,
    startedApiSeconds: started,
    answeredApiSeconds: talksAfter === null ? null : started + talksAfter,
  }))

/** What a session would know at each of the responses, 400 s apart. */
function known(
  beliefs: readonly Belief[],
  call: (index: number) => Parameters<typeof seenCall>[0],
  wrong: boolean,
): readonly { readonly at: number; readonly before: Call | undefined; readonly now: Call }[] {
  let errorMs = 0
  let last: Call | undefined
  return beliefs.map((belief, index) => {
    const { stepMs, correctedMs } = belief
    errorMs += stepMs + correctedMs
    const at = AT + index * 400_000 + errorMs
    const before = last && shiftTimes({ ...NOTHING_KNOWN, calls: [last] }, stepMs).calls[0]
    const refuted = wrong ? (beliefs[index - 1]?.quarters ?? 0) * 15 : null
    const now = updateCall(before, seenCall(call(index)), at, beliefOf(belief, errorMs, refuted), at - 6_000)
    last = now
    return { at, before, now }
  })
}

function beliefOf(
  { quarters, votes, correctedMs }: Belief,
  errorMs: number,
  refuted: number | null,
): ClockBelief {
  const { offset, computer } = UNTOLD
  return {
    offset: { ...offset, minutes: quarters * 15, votes, refuted },
    computer: { ...computer, errorMs, movedMs: correctedMs },
  }
}

describe('the times of a call', () => {
  it('are never in the future, whatever the stamps and the clock estimate', () => {
    const steps = fc.array(fc.tuple(anyBelief, anyCall), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(steps, fc.boolean(), (played, wrong) => {
        const beliefs = played.map(([belief]) => ({
          ...belief,
          stepMs: Math.max(0, belief.stepMs),
          correctedMs: 0,
        }))
        for (const { at, now } of known(beliefs, (index) => played[index]?.[1] ?? {}, wrong))
          expect(Math.max(now.startedAt, now.answeredAt ?? 0, now.phaseSince)).toBeLessThanOrEqual(at)
      }),
      { numRuns: 1_000 },
    )
  })

  it('never jump by more than the correction while the stamps don’t change, however the clocks are set', () => {
    const beliefs = fc.array(anyBelief, { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(beliefs, soundCall, fc.boolean(), (held, call, wrong) => {
        known(held, () => call, wrong).forEach(({ before, now }, index) => {
          const [last, belief] = [held[index - 1], held[index]]
          if (before === undefined || last === undefined || belief === undefined) return
          const corrected =
            Math.abs(belief.quarters - last.quarters) * 15 * MINUTE + Math.abs(belief.correctedMs)
          const allowed = corrected + 3_000 // a time that seemed to be in the future was reported as now
          expect(Math.abs(now.startedAt - before.startedAt)).toBeLessThanOrEqual(allowed)
          if (now.answeredAt === null || before.answeredAt === null) return
          expect(Math.abs(now.answeredAt - before.answeredAt)).toBeLessThanOrEqual(allowed)
        })
      }),
      { numRuns: 3_000 },
    )
  })
})
