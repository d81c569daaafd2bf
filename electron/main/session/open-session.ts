import { createSession } from '../../../core/session/session.ts'
import type { PollTimes, SessionParts, Session } from '../../../core/session/session-types.ts'
import type { TelephonyClient } from '../../../core/telephony/telephony-client.ts'
import type { Account } from './account.ts'

/** What a session calls other than its subscribers. */
export interface SessionHandlers {
  /** After each good response, whether it changed anything or not. */
  readonly onAnswer: (times: PollTimes) => void
  /** It sends no more requests, although nothing stopped it. */
  readonly onStopped: () => void
}

/** A session for an account: its extension, and its surroundings if wanted. Nothing happens until `start`. */
export function openSession(
  { extension, pollSeconds, zone, surroundings }: Account,
  client: TelephonyClient,
  parts: Pick<SessionParts, 'clock' | 'random' | 'log' | 'onAnswer'>,
): Session {
  const watched = { ...parts, client, extension, pollSeconds, zone }
  return createSession(
    surroundings === null ? watched : { ...watched, surroundings: { client, settings: surroundings } },
  )
}
