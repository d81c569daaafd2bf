import { createSession } from '../../../core/session/session.ts'
import type { PollTimes, SessionParts, WideSession } from '../../../core/session/session-types.ts'
import type { TelephonyClient } from '../../../core/telephony/telephony-client.ts'
import type { Account } from './account.ts'

/** What a session calls besides its subscribers. */
export interface SessionHandlers {
  /** After each good response, whether it changed anything or not. */
  readonly onAnswer: (times: PollTimes) => void
  /** It sends no more requests, although nothing stopped it. */
  readonly onStopped: () => void
}

/** A session on an account: its extension, and what is around it where that is wanted. Nothing happens until `start`. */
export function openSession(
  { extension, pollSeconds, zone, around }: Account,
  client: TelephonyClient,
  parts: Pick<SessionParts, 'clock' | 'random' | 'log' | 'onAnswer'>,
): WideSession {
  const watched = { ...parts, client, extension, pollSeconds, zone }
  return createSession(around === null ? watched : { ...watched, around: { client, settings: around } })
}
