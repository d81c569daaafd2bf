import type { Call, CallEvent } from '../../../core/domain.ts'

/** A call ringing on SIPSIP2, for tests; changed where a test says so. */
export function sampleCall(over: Partial<Call> = {}): Call {
  return {
    key: 'SIPSIP2/1',
    extension: 'SIPSIP2',
    ivrid: '1',
    phase: 'ringing',
    statusWord: 'Ringing',
    direction: 'incoming',
    phone: {
      kind: 'number',
      received: '0722776772',
      national: '072-277-6772',
      international: '+972 72 277 6772',
      e164: '+972722776772',
    },
    name: 'Sales',
    did: {
      kind: 'number',
      received: '039001234',
      national: '03-900-1234',
      international: '+972 3 900 1234',
      e164: '+97239001234',
    },
    answered: false,
    recording: { state: 'recorded', fileName: '' },
    customData: {},
    transferredFrom: null,
    startedApiSeconds: null,
    startedAt: 0,
    answeredAt: null,
    phaseSince: 0,
    mutedSince: null,
    rangHere: true,
    connected: false,
    ...over,
  }
}

export const ringing = (call: Call, at = 0): CallEvent => ({ type: 'ringing', at, call })
export const missed = (call: Call, at = 0): CallEvent => ({
  type: 'ended',
  at,
  call,
  outcome: 'missed',
  talkSeconds: 0,
})
