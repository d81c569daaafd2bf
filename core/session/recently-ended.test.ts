import { describe, expect, it } from 'vitest'
import type { CallEvent } from '../domain.ts'
import { initialBelief } from '../clock/api-clock.ts'
import { seenCall } from '../testing/seen.ts'
import { knowCall } from './update-call.ts'
import { createLatelyEnded } from './recently-ended.ts'

const NOW = 1_790_000_000_000
const STAMP = NOW / 1000
const belief = initialBelief('UTC', 0)
const talked = seenCall({ phase: 'talking', answered: true, startedApiSeconds: STAMP })
const call = knowCall(undefined, talked, NOW, belief)
const end = (at: number): CallEvent => ({
  type: 'ended',
  at,
  call,
  outcome: 'completed',
  talkSeconds: 1,
})

describe('createLatelyEnded', () => {
  it('knows a call that is back with the stamp it ended with', () => {
    const ended = createLatelyEnded()
    ended.note([end(NOW)])
    expect(ended.find(call.key, STAMP)).toBe(call)
    expect(ended.find(call.key, STAMP + 2)).toBe(call)
  })

  it('takes another stamp, or none, for another ring', () => {
    const ended = createLatelyEnded()
    ended.note([end(NOW)])
    expect(ended.find(call.key, STAMP + 20)).toBeNull()
    expect(ended.find(call.key, null)).toBeNull()
    expect(ended.find('SIPSIP2/other', STAMP)).toBeNull()
  })

  it('forgets the oldest of more than a hundred', () => {
    const ended = createLatelyEnded()
    ended.note([end(NOW)])
    const others = Array.from({ length: 100 }, (_, index) =>
      knowCall(undefined, seenCall({ ivrid: `b${index}` }), NOW, belief),
    )
    ended.note(others.map((other) => ({ ...end(NOW), call: other })))
    expect(ended.find(call.key, STAMP)).toBeNull()
  })
})
