import { readPhone } from '../phone.ts'
import type { TemplateCall } from './template-call.ts'

/**
 * The call that a preview shows before there has been a real one: the example of the API's documentation, answered
 * three minutes ago.
 */
export function sampleCall(now: number): TemplateCall {
  return {
    extension: 'SIPSIP2',
    ivrid: '2020101201cc7b38df',
    phone: readPhone('0722776772', 'IL'),
    name: 'Voicenter',
    did: readPhone('0722776773', 'IL'),
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
