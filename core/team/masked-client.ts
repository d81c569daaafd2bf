import type { ReadCall } from '../domain.ts'
import { mapCalls } from '../map-calls.ts'
import type { TelephonyClient } from '../telephony/telephony-client.ts'
import { maskDigits, maskPhone } from './mask-phone.ts'

/**
 * The client, with callers' numbers masked in everything it reads about extensions, so that nothing derived from a response, from
 * the card to the webhook, contains more. Identical objects stay identical.
 */
export function maskedClient(client: TelephonyClient): TelephonyClient {
  const masked = mapCalls(maskedCall)
  return {
    ...client,
    async extensions(extension, signal) {
      const attempt = await client.extensions(extension, signal)
      return attempt.kind === 'reached' ? { ...attempt, answer: masked(attempt.answer) } : attempt
    },
  }
}

// The line that an incoming call dialled is the organisation's own. The name of a recording's file, and what is sent
// along with a call, may contain the number.
const maskedCall = (call: ReadCall): ReadCall => ({
  ...call,
  phone: maskPhone(call.phone),
  name: maskDigits(call.name),
  statusWord: maskDigits(call.statusWord),
  did: call.did === null || call.direction === 'incoming' ? call.did : maskPhone(call.did),
  recording: { ...call.recording, fileName: '' },
  customData: {},
})
