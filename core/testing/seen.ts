import type { Phone, SeenCall, SeenExtension } from '../domain.ts'

/** A number as the door reads it. */
export const somePhone: Phone = {
  kind: 'number',
  received: '0722776772',
  national: '072-277-6772',
  international: '+972 72 277 6772',
  e164: '+972722776772',
}

/** A call as an answer tells it, ringing unless told otherwise. */
export function seenCall(change: Partial<SeenCall> = {}): SeenCall {
  const extension = change.extension ?? 'SIPSIP2'
  const ivrid = change.ivrid ?? 'a1'
  return {
    key: `${extension}/${ivrid}`,
    extension,
    ivrid,
    phase: 'ringing',
    statusWord: '',
    direction: 'incoming',
    phone: somePhone,
    name: 'Sales line',
    did: null,
    answered: false,
    startedApiSeconds: null,
    answeredApiSeconds: null,
    recording: { state: 'recorded', fileName: '' },
    customData: {},
    transferredFrom: null,
    ...change,
  }
}

/** An extension as an answer tells it, logged in and without calls unless told otherwise. */
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
