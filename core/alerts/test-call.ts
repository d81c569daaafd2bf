import type { Call } from '../domain.ts'
import type { Words } from '../words/words.ts'

/** The key of the call that a test of the popup shows: no account has such an extension. */
export const TEST_CALL_KEY = '/test'

/** A made-up ringing call, for the test of the popup. */
export function testCall(words: Words, now: number): Call {
  return {
    key: TEST_CALL_KEY,
    extension: '',
    ivrid: 'test',
    phase: 'ringing',
    statusWord: 'Ringing',
    direction: 'incoming',
    phone: { kind: 'name', received: words.alert.testTitle },
    name: words.alert.testBody,
    did: null,
    answered: false,
    startedApiSeconds: null,
    recording: { state: 'unknown', fileName: '' },
    customData: {},
    transferredFrom: null,
    startedAt: now,
    answeredAt: null,
    phaseSince: now,
    mutedSince: null,
    rangHere: true,
    connected: false,
  }
}
