import type { TemplateCall } from './template-call.ts'

/**
 * The call that a preview shows before there has been a real one: the example of the API's documentation, answered
 * three minutes ago.
 */
export function sampleCall(now: number): TemplateCall {
  return {
    extension: 'SIPSIP2',
    ivrid: '2020101201cc7b38df',
    phone: {
      kind: 'number',
      received: '0722776772',
      national: '072-277-6772',
      international: '+972 72 277 6772',
      e164: '+972722776772',
    },
    name: 'Voicenter',
    did: {
      kind: 'number',
      received: '0722776773',
      national: '072-277-6773',
      international: '+972 72 277 6773',
      e164: '+972722776773',
    },
    direction: 'incoming',
    status: 'talking',
    statusWord: 'Talking',
    startedAt: now - 192_000,
    durationSeconds: 184,
    recording: 'recorded',
    agent: 'User 2',
    client: 'Dana Levi',
    company: 'Brightwater',
    queue: 'Voicenter',
    waitedSeconds: 48,
    customData: { OriginalIvrUniqueID: '2020101201aa1b22cc' },
  }
}
