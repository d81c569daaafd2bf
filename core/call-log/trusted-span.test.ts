import { describe, expect, it } from 'vitest'
import { somePhone } from '../testing/seen.ts'
import type { LoggedCall } from './logged-call.ts'
import { trustedSpan } from './trusted-span.ts'

const HOUR = 3_600_000
const SPAN = { from: 0, to: HOUR }

const logged = (ivrid: string | null, startedAt: number, otherIds: readonly string[] = []): LoggedCall => ({
  ...{
    ivrid,
    otherIds,
    firstLegAlone: false,
    startedAt,
    extension: 'SIPSIP2',
    userId: null,
    direction: 'incoming',
    phone: somePhone,
  },
  ...{ did: null, queue: '', ringSeconds: 5, talkSeconds: 0, outcome: 'missed', answeredBy: '' },
  ...{ recordingUrl: null, transferredFrom: null },
})
const seen = (ivrid: string, startedAt: number) => ({ ivrid, startedAt, endedAt: startedAt + 60_000 })

describe('trustedSpan', () => {
  it('is the covered span if the log has all calls that polls saw, also by another id or without one', () => {
    const calls = [logged('a', 1_000), logged('leg-2', 2_000, ['leg-1']), logged(null, 400_000)]
    const polled = [seen('a', 1_000), seen('leg-1', 2_000), seen('c', 395_000)]
    expect(trustedSpan(SPAN, calls, polled, HOUR)).toEqual(SPAN)
  })

  it('ends before the first call that the log doesn’t have yet', () => {
    const polled = [seen('a', 1_000), seen('c', 500_000), seen('b', 300_000)]
    expect(trustedSpan(SPAN, [logged('a', 1_000)], polled, HOUR)).toEqual({ from: 0, to: 300_000 })
    expect(trustedSpan(SPAN, [], [seen('a', 0)], HOUR)).toBeNull()
  })

  it('ignores a call that the log won’t have any more, and one before the span', () => {
    expect(trustedSpan(SPAN, [], [seen('a', 1_000)], 5 * HOUR)).toEqual(SPAN)
    expect(trustedSpan({ ...SPAN, from: 5_000 }, [], [seen('a', 1_000)], HOUR)).toEqual({
      from: 5_000,
      to: HOUR,
    })
  })
})
