import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initialBelief, observe } from './api-clock.ts'
import type { ClockBelief } from './api-clock.ts'

const START = Date.UTC(2026, 0, 15, 10, 0, 0)
const DAY = 24 * 3_600_000
const EVENLY = { slipMs: 0, vouched: true }
const ENOUGH_HONEST = 3

interface Truth {
  readonly offset: number
  readonly errorMs: number
}

/** One poll: how long after the last one, how long in transit each way, and a moment that its response shows. */
interface Poll {
  readonly gapMs: number
  readonly thereMs: number
  readonly backMs: number
  readonly shows: 'ring' | 'answered' | 'queue' | 'nothing'
  readonly ageMs: number
  /** For a false poll: which part is false, by how much its date is off, and the offset of its stamp. */
  readonly lie: { readonly dateMs: number; readonly stampMs: number } | null
}

const quarters = (least: number, most: number) =>
  fc.integer({ min: least * 4, max: most * 4 }).map((n) => n * 15)
const anyTruth: fc.Arbitrary<Truth> = fc.record({
  offset: quarters(-12, 14),
  errorMs: fc.oneof(fc.integer({ min: -2 * DAY, max: 2 * DAY }), fc.constantFrom(0, DAY, -DAY)),
})
const poll = (lie: fc.Arbitrary<Poll['lie']>, shows: readonly Poll['shows'][]): fc.Arbitrary<Poll> =>
  fc.record({
    gapMs: fc.integer({ min: 2_000, max: 60_000 }),
    thereMs: fc.integer({ min: 5, max: 4_000 }),
    backMs: fc.integer({ min: 5, max: 3_999 }),
    shows: fc.constantFrom(...shows),
    ageMs: fc.integer({ min: 0, max: 2_000 }),
    lie,
  })
const honest = poll(fc.constant(null), ['ring', 'answered', 'queue', 'nothing'])
const telling = poll(fc.constant(null), ['ring', 'answered', 'queue'])
const lying = poll(
  fc.record({
    dateMs: fc.oneof(fc.constant(0), fc.integer({ min: -2 * DAY, max: 2 * DAY })),
    stampMs: fc.integer({ min: -DAY, max: DAY }),
  }),
  ['ring', 'answered', 'queue', 'nothing'],
)

/** The belief, and the true time, after some polls. */
function watched(
  { offset, errorMs }: Truth,
  polls: readonly Poll[],
  begin = { at: START, belief: null as ClockBelief | null },
) {
  let at = begin.at
  let belief = begin.belief ?? initialBelief('Asia/Jerusalem', at + errorMs)
  for (const { gapMs, thereMs, backMs, shows, ageMs, lie } of polls) {
    const requestedAt = at + errorMs
    at += gapMs
    const sentAt = at + errorMs
    const serverDate = Math.floor((at + thereMs + (lie?.dateMs ?? 0)) / 1000) * 1000
    const momentMs = at + thereMs - ageMs + offset * 60_000 + (lie?.stampMs ?? 0)
    at += thereMs + backMs
    const now = at + errorMs
    belief = observe(
      belief,
      { kind: 'date', serverDate, sentAt, receivedAt: now, run: EVENLY, timeoutMs: 8_000 },
      now,
    )
    const apiSeconds = Math.floor(momentMs / 1000)
    if (shows === 'nothing') continue
    belief =
      shows === 'queue'
        ? observe(belief, { kind: 'queue', joinedApiSeconds: apiSeconds - 40, waitedSeconds: 40 }, now)
        : observe(belief, { kind: shows, apiSeconds, notBefore: requestedAt }, now)
  }
  return { at, belief }
}

const furthest = (polls: readonly Poll[]): number =>
  Math.max(...polls.map(({ thereMs, backMs }) => thereMs + backMs))

function expectRight(
  { belief }: { readonly belief: ClockBelief },
  truth: Truth,
  last: readonly Poll[],
): void {
  expect(belief.offset.minutes).toBe(truth.offset)
  expect(Math.abs(belief.computer.errorMs - truth.errorMs)).toBeLessThanOrEqual(1_500 + furthest(last))
}

describe('the laws of the API clock', () => {
  it('any offset and any error of the computer are found after some correct responses, at any latency', () => {
    fc.assert(
      fc.property(
        anyTruth,
        fc.array(honest, { maxLength: 10 }),
        fc.array(telling, { minLength: ENOUGH_HONEST, maxLength: 6 }),
        (truth, some, last) => {
          expectRight(watched(truth, [...some, ...last]), truth, last)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('false responses in any order are corrected by some correct ones', () => {
    const mixed = fc.array(fc.oneof({ arbitrary: honest, weight: 4 }, { arbitrary: lying, weight: 1 }), {
      maxLength: 40,
    })
    const last = fc.array(telling, { minLength: ENOUGH_HONEST, maxLength: 4 })
    fc.assert(
      fc.property(anyTruth, mixed, last, (truth, some, end) => {
        expectRight(watched(truth, [...some, ...end]), truth, end)
      }),
      { numRuns: 1_000 },
    )
  })

  it('a single false response between correct ones doesn’t change the belief', () => {
    const fives = fc.array(fc.tuple(lying, telling, telling, telling, telling), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(
        anyTruth,
        fc.array(telling, { minLength: ENOUGH_HONEST, maxLength: 4 }),
        fives,
        (truth, first, rest) => {
          let state = watched(truth, first)
          for (const step of rest.flat()) {
            state = watched(truth, [step], state)
            expect(state.belief.offset.minutes).toBe(truth.offset)
            expect(Math.abs(state.belief.computer.errorMs - truth.errorMs)).toBeLessThanOrEqual(9_500)
          }
        },
      ),
      { numRuns: 500 },
    )
  })
})
