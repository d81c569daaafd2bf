import { describe, expect, it } from 'vitest'
import type { CallEvent } from '../domain.ts'
import { MINUTE_MS } from '../clock.ts'
import { initialBelief } from '../clock/api-clock.ts'
import { seenCall } from '../testing/seen.ts'
import { updateCall } from './update-call.ts'
import { findEnded, rememberEnded, shiftEnded } from './recently-ended.ts'

const NOW = 1_790_000_000_000
const STAMP = NOW / 1000
const belief = initialBelief('UTC', 0)
const talked = seenCall({ phase: 'talking', answered: true, startedApiSeconds: STAMP })
const call = updateCall(undefined, talked, NOW, belief)
const end = (at: number): CallEvent => ({
  type: 'ended',
  at,
  call,
  outcome: 'completed',
  talkSeconds: 1,
})

describe('the calls that ended recently', () => {
  it('recognise a call that is back with the stamp it ended with', () => {
    const ended = rememberEnded(new Map(), [end(NOW)], NOW)
    expect(findEnded(ended, call.key, STAMP)).toBe(call)
    expect(findEnded(ended, call.key, STAMP + 2)).toBe(call)
  })

  it('treat another stamp, or none, as another ring', () => {
    const ended = rememberEnded(new Map(), [end(NOW)], NOW)
    expect(findEnded(ended, call.key, STAMP + 20)).toBeNull()
    expect(findEnded(ended, call.key, null)).toBeNull()
    expect(findEnded(ended, 'SIPSIP2/other', STAMP)).toBeNull()
  })

  it('drop the oldest of more than a hundred', () => {
    const ended = rememberEnded(new Map(), [end(NOW)], NOW)
    const others = Array.from({ length: 100 }, (_, index) =>
      updateCall(undefined, seenCall({ ivrid: `b${index}` }), NOW, belief),
    )
    const later = rememberEnded(
      ended,
      others.map((other) => ({ ...end(NOW), call: other })),
      NOW,
    )
    expect(findEnded(later, call.key, STAMP)).toBeNull()
  })

  it('drop what ended more than half an hour ago, and nothing more recent', () => {
    const ended = rememberEnded(new Map(), [end(NOW)], NOW)
    const soon = rememberEnded(ended, [], NOW + 29 * MINUTE_MS)
    expect(soon).toBe(ended)
    expect(rememberEnded(soon, [], NOW + 30 * MINUTE_MS).size).toBe(0)
  })

  it('stay the same when the clock is set: every time moves along', () => {
    const day = 24 * 60 * MINUTE_MS
    const later = shiftEnded(rememberEnded(new Map(), [end(NOW)], NOW), day)
    expect(findEnded(later, call.key, STAMP)).toEqual({
      ...call,
      startedAt: call.startedAt + day,
      answeredAt: NOW + day,
      phaseSince: call.phaseSince + day,
    })
    expect(rememberEnded(later, [], NOW + day + MINUTE_MS)).toBe(later)
  })
})
