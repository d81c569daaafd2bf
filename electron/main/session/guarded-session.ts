import type { Clock } from '../../../core/clock.ts'
import { askedWaitMs } from '../../../core/polling/backoff.ts'
import { maxHeldGapMs, maxPollGapMs } from '../../../core/polling/max-poll-gap.ts'
import { createSession } from '../../../core/session/session.ts'
import type { PollTimes, Session, SessionParts } from '../../../core/session/session-types.ts'
import type { Attempt } from '../../../core/telephony/attempt.ts'
import type { TelephonyClient } from '../../../core/telephony/telephony-client.ts'
import type { Account } from './account.ts'

const TIMES = 3 // times the longest possible wait: a computer that stalled briefly isn't a fault

/** What a session calls other than its subscribers. */
export interface SessionHandlers {
  /** After each good response, whether it changed anything or not. */
  readonly onAnswer: (times: PollTimes) => void
  /** It sends no more requests, although it is neither asleep nor stopped. */
  readonly onStopped: () => void
}

export interface GuardedSessionParts extends SessionHandlers, Pick<SessionParts, 'clock' | 'random' | 'log'> {
  readonly account: Account
  readonly client: TelephonyClient
  /** Only replaced by tests, whose session stops by itself. */
  readonly open?: typeof createSession
}

/**
 * A session for an account, with a watchdog on its requests: its extension, and its surroundings if wanted. Nothing
 * happens until `start`.
 */
export function guardedSession({
  account,
  client,
  onStopped,
  open = createSession,
  ...parts
}: GuardedSessionParts): Session {
  const { clock } = parts
  const { extension, pollSeconds, zone, surroundings } = account
  const pace = { floorMs: pollSeconds * 1000, limit: surroundings?.requestsPerMinute ?? Infinity }
  const usualMs = maxPollGapMs(pace, client.limits)
  const heldMs = maxHeldGapMs(client.limits)
  const watchdog = createWatchdog(clock, usualMs, onStopped)
  /** Until when a request may be delayed for long: because a server required it, or because of its lower priority. */
  let heldUntil = 0

  const expectNext = (): void => watchdog.expect(heldUntil > clock.now() ? heldMs : usualMs)

  async function noted<T>(ask: () => Promise<Attempt<T>>): Promise<Attempt<T>> {
    expectNext()
    const attempt = await ask()
    if (attempt.kind === 'reached') return attempt
    if (askedWaitMs(attempt) !== null || surroundings !== null) heldUntil = clock.now() + heldMs
    // After an unannounced sleep, the limits of request and watchdog end at once; the next request follows only now.
    expectNext()
    return attempt
  }

  const noting: TelephonyClient = {
    ...client,
    extensions: (one, signal) => noted(() => client.extensions(one, signal)),
    queues: (queue, signal) => noted(() => client.queues(queue, signal)),
  }
  const session = open({
    ...{ ...parts, client: noting, extension, pollSeconds, zone },
    ...(surroundings === null ? {} : { surroundings: { client: noting, settings: surroundings } }),
  })

  return {
    ...session,
    start() {
      watchdog.begin()
      session.start()
    },
    stop() {
      watchdog.end()
      session.stop()
    },
    sleep() {
      watchdog.end()
      session.sleep()
    },
    wake() {
      watchdog.begin()
      session.wake()
    },
  }
}

/**
 * Notices a session that sends no more requests although nothing stopped it: `onStopped` is called once, three times the
 * expected wait after the last request or its failure. Until a request is sent, the expected wait is `longestMs`.
 */
function createWatchdog(clock: Clock, longestMs: number, onStopped: () => void) {
  let watching = false
  let cancel = (): void => undefined

  function expect(withinMs: number): void {
    cancel()
    if (watching) cancel = clock.after(TIMES * withinMs, onStopped)
  }

  return {
    /** Polling starts, or continues after a sleep. */
    begin() {
      watching = true
      expect(longestMs)
    },
    /** The next request follows within that many ms. */
    expect,
    /** Polling is to stop: nothing is expected. */
    end() {
      watching = false
      cancel()
    },
  }
}
