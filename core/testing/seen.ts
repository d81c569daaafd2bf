import type { Call, Phone, SeenCall, SeenExtension } from '../domain.ts'

/** A number as read from a response. */
export const somePhone: Phone = {
  kind: 'number',
  received: '0722776772',
  national: '072-277-6772',
  international: '+972 72 277 6772',
  e164: '+972722776772',
}

/** A sample ring, as the API reports it. */
const RING = {
  phase: 'ringing',
  statusWord: '',
  direction: 'incoming',
  phone: somePhone,
  name: 'Sales line',
  did: null,
  answered: false,
  startedApiSeconds: null,
  recording: { state: 'recorded', fileName: '' },
  customData: {},
  transferredFrom: null,
} as const satisfies Partial<SeenCall>

const named = ({ extension = 'SIPSIP2', ivrid = 'a1' }: Partial<SeenCall>) => ({
  key: `${extension}/${ivrid}`,
  extension,
  ivrid,
})

/** A call as a response shows it, ringing unless changed; its key follows its id and extension. */
export const seenCall = (change: Partial<SeenCall> = {}): SeenCall => ({
  ...named(change),
  ...RING,
  answeredApiSeconds: null,
  ...change,
})

/**
 * A call as the session knows it, ringing here since its `startedAt` unless changed; its key follows its id and
 * extension.
 */
export const knownCall = (change: Partial<Call> = {}): Call => ({
  ...named(change),
  ...RING,
  statusWord: 'Ringing',
  startedAt: 0,
  answeredAt: null,
  phaseSince: change.startedAt ?? 0,
  mutedSince: null,
  rangHere: true,
  connected: false,
  ...change,
})

/** An extension as a response shows it, logged in and without calls unless changed. */
export function seenExtension(
  calls: readonly SeenCall[] = [],
  change: Partial<SeenExtension> = {},
): SeenExtension {
  return {
    extension: 'SIPSIP2',
    owner: 'User 2',
    userId: 46454322,
    representative: 'User 2',
    onlineUserId: 46454322,
    status: { word: 'login', number: 1 },
    calls,
    ...change,
  }
}
