import { describe, expect, it } from 'vitest'
import { aCall } from '../testing/samples.ts'
import { frozenAt, timerStart } from './call-timing.ts'

const times = { startedAt: 1, answeredAt: 2, phaseSince: 3 }

describe('timerStart', () => {
  it.each([
    ['ringing', 1],
    ['dialing', 1],
    ['talking', 2],
    ['held', 3],
    ['other', 1],
  ] as const)('counts %s from its own beginning', (phase, start) => {
    expect(timerStart(aCall({ ...times, phase }))).toBe(start)
  })

  it('counts a talk without a stamp from when it was seen', () => {
    expect(timerStart(aCall({ ...times, phase: 'talking', answeredAt: null }))).toBe(3)
  })
})

describe('frozenAt', () => {
  it('lets timers run while the list is live', () => {
    expect(frozenAt({ kind: 'live' }, 5)).toBeNull()
  })

  it('stops them at the last good answer otherwise', () => {
    expect(frozenAt({ kind: 'stale', since: 7, failure: { kind: 'limited', retryAfterMs: null } }, 5)).toBe(7)
    expect(frozenAt({ kind: 'refused', since: 7, why: 'code' }, 5)).toBe(7)
    expect(frozenAt({ kind: 'unknown-extension', since: null }, 5)).toBe(5)
    expect(frozenAt({ kind: 'paused', why: 'asleep' }, 5)).toBe(5)
  })
})
