import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextRequest, SHARE, steadily, type RequestKind } from './cadence.ts'
import { createPlanner, type PollContext } from './planner.ts'

const HOUR_MS = 3_600_000
const LIMIT = 3

/** A planner that has just used up its budget; `pass` lets time pass, `set` sets the clock. */
function spent() {
  let steady = 5_000
  let ahead = 1_800_000_000_000
  const planner = createPlanner({
    clock: { now: () => steady + ahead, steady: () => steady },
    floorMs: 1_000,
    limit: LIMIT,
    cadence: steadily,
    wanted: () => ['extension'],
    context: () => ({
      phases: [],
      status: null,
      lastCallAt: null,
      callersWait: false,
      nextBreachAt: null,
      queuesAreWatched: false,
      wideIsWatched: false,
      wideIsUrgent: false,
      wideMayBeNeeded: false,
    }),
  })
  for (let left = LIMIT; left > 0; left--) {
    planner.asked('extension')
    planner.done('extension')
  }
  return {
    planner,
    waits: () => [planner.delayMs(), planner.plan(() => 0, true).waitMs, planner.plan(() => 0, false).waitMs],
    pass: (ms: number) => (steady += ms),
    set: (ms: number) => (ahead += ms),
  }
}

describe('the planner’s budget', () => {
  it.each([
    ['forward', HOUR_MS],
    ['back', -HOUR_MS],
  ])('is no more when the clock is set %s by an hour', (_which, ms) => {
    const { waits, pass, set } = spent()
    pass(10_000)
    set(ms)
    expect(waits()).toEqual([50_000, 50_000, 50_000])
    pass(50_000)
    expect(waits()).toEqual([0, 0, 0])
  })

  it('is full again after a sleep, although steady clocks stand still during it', () => {
    const { planner, waits, set } = spent()
    planner.slept()
    set(HOUR_MS)
    planner.woke()
    expect(waits()).toEqual([0, 0, 0])
  })

  it('is not renewed when a network comes back, or after a sleep of seconds', () => {
    const { planner, waits, pass } = spent()
    planner.woke()
    planner.slept()
    pass(10_000)
    planner.woke()
    expect(waits()[0]).toBe(50_000)
  })
})

describe('a shift of requests', () => {
  const around = fc.record({
    phases: fc.array(fc.constantFrom('ringing', 'dialing', 'talking', 'held', 'other'), { maxLength: 2 }),
    status: fc.constantFrom(null, 'login', 'lunch', 'unknown', 'logout'),
    callersWait: fc.boolean(),
    breachInMs: fc.option(fc.integer({ min: -10_000, max: 60_000 })),
    queuesAreWatched: fc.boolean(),
    wideIsWatched: fc.boolean(),
    wideIsUrgent: fc.boolean(),
    tookMs: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 0, max: 900 }) },
      fc.integer({ min: 0, max: 8_000 }),
    ),
  })

  it('gives the extension its share, within the gap that is shown, and never exceeds the budget', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 20 }),
        fc.constantFrom(2_000, 5_000, 20_000),
        fc.boolean(),
        fc.boolean(),
        fc.array(around, { minLength: 30, maxLength: 150 }),
        (limit, floorMs, queues, wide, steps) => {
          let at = 5_000_000
          let is = steps[0]!
          const context = (): PollContext => {
            const { breachInMs, tookMs: _, ...rest } = is
            return {
              ...rest,
              lastCallAt: null,
              nextBreachAt: breachInMs === null ? null : at + breachInMs,
              wideIsUrgent: wide && rest.wideIsUrgent,
              wideMayBeNeeded: wide,
            }
          }
          const wanted: readonly RequestKind[] = [
            'extension',
            ...(wide ? (['everyone'] as const) : []),
            ...(queues ? (['queues'] as const) : []),
          ]
          const planner = createPlanner({
            clock: { now: () => at, steady: () => at },
            ...{ floorMs, limit, cadence: nextRequest, wanted: () => wanted, context },
          })
          const sent: { readonly ask: RequestKind; readonly at: number }[] = []
          let shown = Infinity
          for (const step of steps) {
            is = step
            shown = Math.max(shown, planner.gapMs())
            const { kind: ask, waitMs } = planner.plan(() => 0, false)
            expect(waitMs).toBeGreaterThanOrEqual(0)
            const before = planner.doneAt(ask)
            at += waitMs
            if (before !== null && !is.wideIsUrgent) expect(at - before).toBeGreaterThanOrEqual(floorMs)
            if (ask === 'extension' && before !== null)
              expect(at - before).toBeLessThanOrEqual(Math.max(shown, planner.gapMs()) + 0.001)
            sent.push({ ask, at })
            planner.asked(ask)
            at += step.tookMs
            planner.done(ask)
            if (ask === 'extension') shown = planner.gapMs()
          }
          sent.forEach((one, index) => {
            const within = sent.slice(index, index + SHARE.of)
            const others = within.filter(({ ask }) => ask !== 'extension').length
            expect(others).toBeLessThanOrEqual(SHARE.of - SHARE.extension)
            const twelfth = sent[index - limit]
            if (twelfth !== undefined) expect(one.at - twelfth.at).toBeGreaterThanOrEqual(60_000)
          })
        },
      ),
    )
  })

  it.each([
    ['', 0],
    [', also while requests about the extension fail and wait longer and longer', 30_000],
  ])(
    'gives queues and team the rest: each is requested at least every minute and a half%s',
    (_when, holdMs) => {
      let at = 0
      let heldUntil = 0
      const planner = createPlanner({
        clock: { now: () => at, steady: () => at },
        ...{ floorMs: 5_000, limit: 12, cadence: nextRequest },
        wanted: () => ['extension', 'everyone', 'queues'],
        context: () => ({
          ...{
            phases: ['talking'],
            status: 'login',
            lastCallAt: null,
            callersWait: true,
            nextBreachAt: null,
          },
          ...{ queuesAreWatched: true, wideIsWatched: true, wideIsUrgent: false, wideMayBeNeeded: true },
        }),
      })
      const last = new Map<RequestKind, number>()
      while (at < 3_600_000) {
        const { kind: ask, waitMs } = planner.plan((kind) => (kind === 'extension' ? heldUntil : 0), false)
        at += waitMs
        expect(at - (last.get(ask) ?? at)).toBeLessThanOrEqual(90_000)
        last.set(ask, at)
        planner.asked(ask)
        at += 150
        planner.done(ask)
        if (ask === 'extension') heldUntil = at + holdMs
      }
      expect([...last.values()].every((one) => at - one < 90_000)).toBe(true)
    },
  )
})
