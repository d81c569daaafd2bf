import type { Call, CallEvent } from '../../../core/domain.ts'
import { knownCall } from '../../../core/testing/seen.ts'

/** A call ringing on SIPSIP2, for tests; with the given changes. */
export const sampleCall = (change: Partial<Call> = {}): Call =>
  knownCall({
    ivrid: '1',
    name: 'Sales',
    did: {
      kind: 'number',
      received: '039001234',
      national: '03-900-1234',
      international: '+972 3 900 1234',
      e164: '+97239001234',
    },
    ...change,
  })

export const ringing = (call: Call, at = 0): CallEvent => ({ type: 'ringing', at, call })
export const missed = (call: Call, at = 0): CallEvent => ({
  type: 'ended',
  at,
  call,
  outcome: 'missed',
  talkSeconds: 0,
})
