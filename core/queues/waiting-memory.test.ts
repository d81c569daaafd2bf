import { describe, expect, it } from 'vitest'
import type { Call } from '../domain.ts'
import type { QueuesState } from '../surroundings.ts'
import { seenCall, somePhone } from '../testing/seen.ts'
import { NO_QUEUES } from './reduce-queues.ts'
import { NOBODY_WAITED, rememberWaiting, waitedOf } from './waiting-memory.ts'

const AT = 1_000_000_000

const waiting = (joinedAt: number): QueuesState => ({
  ...NO_QUEUES,
  queues: [
    {
      id: '7',
      name: 'Sales',
      waiting: 1,
      callers: [{ callId: 'a1', phone: somePhone, joinedAt }],
      longestSince: joinedAt,
      thresholdSeconds: 120,
      breached: 0,
      nextBreachAt: null,
    },
  ],
})

const call = (change: Partial<Call> = {}): Call => ({
  ...seenCall(),
  startedAt: AT,
  answeredAt: null,
  phaseSince: AT,
  mutedSince: null,
  rangHere: true,
  connected: false,
  ...change,
})

describe('the memory of waiting callers', () => {
  it('shows where and how long, until the call started here', () => {
    const memory = rememberWaiting(NOBODY_WAITED, waiting(AT - 112_000), AT - 5_000)
    expect(waitedOf(memory, call())).toEqual({ queue: 'Sales', seconds: 112 })
    expect(waitedOf(memory, call({ ivrid: 'b2' }))).toBeNull()
  })

  it('doesn’t change what it returned once', () => {
    const waited = { queue: 'Sales', seconds: 3 }
    expect(waitedOf(NOBODY_WAITED, call({ waited }))).toBe(waited)
  })

  it('forgets after ten minutes', () => {
    const memory = rememberWaiting(NOBODY_WAITED, waiting(AT), AT)
    expect(rememberWaiting(memory, NO_QUEUES, AT + 599_000).size).toBe(1)
    expect(rememberWaiting(memory, NO_QUEUES, AT + 601_000).size).toBe(0)
  })
})
