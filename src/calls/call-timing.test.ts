import { describe, expect, it } from 'vitest'
import { aCall } from '../testing/samples.ts'
import { frozenAt, RUN_ON_MS, timerNow, timerStart } from './call-timing.ts'

const times = { startedAt: 1, answeredAt: 2, phaseSince: 3 }

describe('timerStart', () => {
  it.each([
    ['ringing', 1],
    ['dialing', 1],
    ['talking', 2],
    ['held', 3],
    ['other', 1],
  ] as const)('counts %s from its own start', (phase, start) => {
    expect(timerStart(aCall({ ...times, phase }))).toBe(start)
  })

  it('counts a talk without a stamp from when it was seen', () => {
    expect(timerStart(aCall({ ...times, phase: 'talking', answeredAt: null }))).toBe(3)
  })
})

describe('timerStart of a word that is not documented', () => {
  it('continues with what the word interrupts', () => {
    const held = { phase: 'held', since: 9 } as const
    expect(timerStart(aCall({ ...times, phase: 'other', interrupted: held }))).toBe(9)
    const talk = { phase: 'talking', since: 9 } as const
    expect(timerStart(aCall({ ...times, phase: 'other', interrupted: talk }))).toBe(2)
  })
})

describe('timerNow', () => {
  it('runs on when a request fails, and neither jumps back nor freezes', () => {
    let shown: number | undefined
    const seen = [0, 5_000, 6_000, 10_000, 15_000].map((now) => {
      const frozen = now >= 6_000 && now < 15_000 ? 5_000 : null
      return (shown = timerNow(now, frozen, shown))
    })
    expect(seen).toEqual([0, 5_000, 6_000, 10_000, 15_000])
  })

  it('stops when the connection is lost for longer, where it was by then', () => {
    expect(timerNow(90_000, 5_000, 20_000)).toBe(5_000 + RUN_ON_MS)
    expect(timerNow(90_000, 5_000, undefined)).toBe(5_000 + RUN_ON_MS)
  })

  it('never goes back, even if the last successful response is older than that', () => {
    expect(timerNow(70_000, 5_000, 69_000)).toBe(69_000)
    expect(timerNow(80_000, 5_000, 69_000)).toBe(69_000)
  })

  it('goes back only with a clock that is set back', () => {
    expect(timerNow(10_000, 5_000, 3_600_000)).toBe(10_000)
  })
})

describe('frozenAt', () => {
  it('lets timers run while the list is live', () => {
    expect(frozenAt({ kind: 'live' }, 5)).toBeNull()
  })

  it('stops them at the last successful response otherwise', () => {
    expect(frozenAt({ kind: 'stale', since: 7, failure: { kind: 'limited', retryAfterMs: null } }, 5)).toBe(7)
    expect(frozenAt({ kind: 'refused', since: 7, why: 'code' }, 5)).toBe(7)
    expect(frozenAt({ kind: 'unknown-extension', since: null }, 5)).toBe(5)
    expect(frozenAt({ kind: 'paused', why: 'asleep' }, 5)).toBe(5)
  })
})
