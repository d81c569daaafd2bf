import type { Clock } from '../../../core/clock.ts'
import type { AccountEntry, AccountTest } from '../../../core/contract.ts'
import type { CallLogAnswer } from '../../../core/call-log/call-log-answer.ts'
import { requestCallLog } from '../../../core/call-log/call-log-client.ts'
import type { CallLogQuestion } from '../../../core/call-log/read-call-log.ts'
import type { Session } from '../../../core/session/session-types.ts'
import type { Attempt } from '../../../core/telephony/attempt.ts'
import type { ExpectedLegs } from '../../../core/dialling/expected-legs.ts'
import { maskedClient } from '../../../core/team/masked-client.ts'
import { createClient, HTTP_LIMITS } from '../../../core/telephony/client.ts'
import type {
  DialAnswer,
  DialOrder,
  MuteAnswer,
  StatusAnswer,
  StatusChange,
  TelephonyClient,
  TelephonyLimits,
} from '../../../core/telephony/telephony-client.ts'
import type { Account } from './account.ts'
import type { Logger } from '../system/log.ts'
import type { Configuration } from '../settings/configuration.ts'
import { guardedSession, type SessionHandlers } from './guarded-session.ts'
import type { ProblemRecorder } from '../problem-recording/problem-recorder.ts'
import { testAccount } from './test-account.ts'

const TEST_MS = 15_000 // the client gives up after 8 s, and this is for what it couldn't foresee

/**
 * All requests to the telephony API, and their account. Those that change something, or read the call log, are one attempt
 * each and never reject.
 */
export interface TelephonyAccess {
  watch(account: Account, handlers: SessionHandlers): Session
  readonly limits: TelephonyLimits
  mute(account: Account, ivrid: string, muted: boolean, signal: AbortSignal): Promise<Attempt<MuteAnswer>>
  /** Places a call; never repeated. */
  dial(account: Account, order: DialOrder, signal: AbortSignal): Promise<Attempt<DialAnswer>>
  /** Ends all calls of the extension. */
  hangUp(account: Account, extension: string, signal: AbortSignal): Promise<Attempt<DialAnswer>>
  setStatus(account: Account, change: StatusChange, signal: AbortSignal): Promise<Attempt<StatusAnswer>>
  readLog(
    account: Account,
    question: Omit<CallLogQuestion, 'now'>,
    signal: AbortSignal,
  ): Promise<Attempt<CallLogAnswer>>
  /** Whether an account would work, before it is saved. */
  test(entry: AccountEntry): Promise<AccountTest>
}

export interface TelephonyAccessParts {
  readonly fetch: typeof globalThis.fetch
  /** The calls placed from here, so that their first leg isn't taken for a caller's ring. */
  readonly legs: Pick<ExpectedLegs, 'client'>
  /** See ClientParts. */
  readonly actFetch: typeof globalThis.fetch
  readonly problem: Pick<ProblemRecorder, 'fetch' | 'endingWith'>
  readonly configuration: Pick<Configuration, 'candidate'>
  readonly clock: Clock
  readonly random: () => number
  readonly log: Logger
}

export function createTelephonyAccess(parts: TelephonyAccessParts): TelephonyAccess {
  const { fetch, actFetch, legs, problem, configuration, clock, random, log } = parts
  function clientBy(account: Account, by: typeof fetch): TelephonyClient {
    const wire = { fetch: by, actFetch, now: clock.now, after: clock.after }
    const client = legs.client(createClient({ ...account, ...wire }))
    return account.masked ? maskedClient(client) : client
  }
  const clientFor = (account: Account): TelephonyClient => clientBy(account, problem.fetch)

  return {
    limits: HTTP_LIMITS,
    watch: (account, { onAnswer, onStopped }) =>
      problem.endingWith(
        guardedSession({
          account,
          client: clientFor(account),
          ...{ clock, random, log: log.info, onAnswer },
          onStopped() {
            log.warn('polling had stopped by itself: starting it again')
            onStopped()
          },
        }),
      ),
    mute: (account, ivrid, muted, signal) => clientFor(account).mute({ ivrid }, muted, signal),
    // Problem recordings don't contain these requests: whom someone called is nobody else's business.
    dial: (account, order, signal) => clientBy(account, fetch).dial(order, signal),
    hangUp: (account, extension, signal) => clientBy(account, fetch).hangUp(extension, signal),
    setStatus: (account, change, signal) => clientFor(account).setStatus(change, signal),
    // Nor this one, which has a day of callers.
    readLog: (account, question, signal) =>
      account.callLogUrl === null
        ? Promise.resolve({ kind: 'unreachable', why: 'insecure-url' })
        : requestCallLog(
            { ...account, url: account.callLogUrl, fetch, now: clock.now, after: clock.after },
            question,
            signal,
          ),
    test(entry) {
      const account = configuration.candidate(entry)
      if (account === null) return Promise.resolve({ kind: 'no-code' })
      // A test is not part of a recording: it may be another account.
      const trial = clientBy(account, fetch)
      return testAccount(trial, account.extension, AbortSignal.timeout(TEST_MS))
    },
  }
}
