import { createClient } from '../telephony/client.ts'
import type { TelephonyClient } from '../telephony/telephony-client.ts'
import type { RecordingHeader } from './recording.ts'
import type { TapeClock } from './tape-clock.ts'

const ADDRESS = 'https://recording.invalid/API' // never called: the responses are available already

/** The program's own client over the recorded network. */
export const createTapeClient = (
  fetch: typeof globalThis.fetch,
  { now, after }: TapeClock,
  { region }: RecordingHeader,
): TelephonyClient =>
  createClient({ fetch, now, after, baseUrl: ADDRESS, muteUrl: ADDRESS, code: '', region })
