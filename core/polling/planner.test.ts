import { describe, expect, it } from 'vitest'
import { steadily } from './cadence.ts'
import { createPlanner } from './planner.ts'

const HOUR_MS = 3_600_000
const LIMIT = 3

/** A planner that has just asked as often as it may; `pass` lets time pass, `set` sets the clock. */
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
    planner.asked()
    planner.done('extension')
  }
  return {
    planner,
    waits: () => [planner.delayMs(), planner.plan(() => 0, true).waitMs, planner.plan(() => 0, false).waitMs],
    pass: (ms: number) => (steady += ms),
    set: (ms: number) => (ahead += ms),
  }
}

describe('what the planner may ask', () => {
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

  it('is as much as ever after a sleep, through which steady clocks stand still', () => {
    const { planner, waits, set } = spent()
    planner.slept()
    set(HOUR_MS)
    planner.woke()
    expect(waits()).toEqual([0, 0, 0])
  })

  it('is no more after a network came back, or a sleep of seconds', () => {
    const { planner, waits, pass } = spent()
    planner.woke()
    planner.slept()
    pass(10_000)
    planner.woke()
    expect(waits()[0]).toBe(50_000)
  })
})
