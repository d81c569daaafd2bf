import { dequal } from 'dequal'
import type { CallLogAnswer } from '../../../core/call-log/call-log-answer.ts'
import { readCallLogMemory, type CallLogMemory } from '../../../core/call-log/call-log-memory.ts'
import type { CallLogProblem, CallLogView } from '../../../core/call-log/call-log-view.ts'
import type { KnownCall } from '../../../core/call-log/place-records.ts'
import {
  stepCallLog,
  type CallLogInput,
  type CallLogSituation,
} from '../../../core/call-log/step-call-log.ts'
import type { SpanOnExtension } from '../../../core/call-log/span.ts'
import { DAY_MS, MINUTE_MS, type Clock } from '../../../core/clock.ts'
import type { HistoryCall } from '../../../core/history/history-call.ts'
import type { Journal } from '../../../core/history/journal.ts'
import type { Attempt } from '../../../core/telephony/attempt.ts'
import type { Companion } from '../companion/companion-types.ts'
import type { Account } from '../session/account.ts'
import type { TelephonyAccess } from '../session/telephony-access.ts'
import type { Configuration } from '../settings/configuration.ts'
import type { Logger } from '../system/log.ts'
import { createLoggedStore } from './logged-store.ts'

/** Completes the history from the vendor's call log: rarely, and when nobody is on the phone. */
export interface CallLog {
  /** The user wants it now; the limits for requests still apply. */
  readNow(): void
  end(): void
}

export interface CallLogParts {
  readonly clock: Clock
  /** 0 (included) to 1 (excluded). */
  readonly random: () => number
  readonly configuration: Pick<Configuration, 'settings' | 'account' | 'isDemo'>
  readonly companion: Pick<
    Companion,
    'state' | 'onState' | 'onAnswer' | 'onSettings' | 'setCallLog' | 'announceLogged' | 'refresh'
  >
  readonly telephony: Pick<TelephonyAccess, 'readLog'>
  readonly journal: () => Pick<
    Journal,
    'call' | 'history' | 'fillIn' | 'openSpans' | 'noteLogged' | 'unresolvedCalls'
  >
  /** Where it is stored until when the log was read; null for nowhere. */
  readonly store: CallLogStore | null
  readonly log: Logger
}

/** A file. */
export interface CallLogStore {
  /** Null if there is none. */
  read(): string | null
  write(text: string): void
}

export function createCallLog(parts: CallLogParts): CallLog {
  const { clock, configuration, companion, journal } = parts
  const { settings, account: accountNow } = configuration
  const store = createLoggedStore(clock, journal)
  let memory = remembered()
  let stored = memory
  let about = subject()
  let watched = circumstances()
  let lookedAt = clock.now()
  let problem: CallLogProblem | null = null
  let hasFailed = false
  let lastReadAt: number | null = null
  let nextAt: number | null = null
  let reading: AbortController | null = null
  let shown: CallLogView | null = null
  let stopTimer = (): void => undefined

  /** Null while nothing can be requested. */
  function situation(account: Account | null): CallLogSituation | null {
    const { agent, calls, connection } = companion.state().watch
    const { callLog, historyDays } = settings()
    if (!callLog || agent === null || account === null || account.callLogUrl === null) return null
    const at = clock.now()
    const oldest = at - historyDays * DAY_MS
    return {
      mayRead: connection.kind === 'live',
      extension: agent.extension,
      isLoggedIn: agent.onlineUserId !== undefined,
      isInCall: calls.length > 0,
      openSpans: journal().openSpans(oldest, at),
      unresolved: journal()
        .unresolvedCalls(oldest)
        .map(({ extension, startedAt, endedAt }) => ({
          extension,
          from: startedAt,
          to: endedAt ?? startedAt,
        })),
      oldest,
    }
  }

  function handle(outcome: Outcome): void {
    const account = accountNow()
    const now = situation(account)
    lookedAt = clock.now()
    // One request at a time: its outcome causes the next step.
    if (account === null || now === null || reading !== null) return show()
    stopTimer()
    const step = stepCallLog(memory, { at: clock.now(), random: parts.random(), situation: now, ...outcome })
    memory = step.memory
    nextAt = step.wakeAt
    if (step.request !== null || outcome.kind === 'read' || outcome.kind === 'failed') keep()
    if (step.wakeAt !== null) stopTimer = clock.after(step.wakeAt - clock.now(), look)
    if (step.request !== null) void request(account, step.request)
    show()
  }

  const look = (): void => handle({ kind: 'look' })

  async function request(account: Account, { extension, ...span }: SpanOnExtension): Promise<void> {
    const ending = new AbortController()
    const { signal } = ending
    reading = ending
    const { computerErrorMs = 0, offsetMinutes = 0 } = companion.state().watch.clock ?? {}
    const known = (ivrid: string): KnownCall | null => knownCall(journal().call(`${extension}/${ivrid}`))
    const question = { extension, span, errorMs: computerErrorMs, offsetMinutes, known }
    const attempt = await parts.telephony.readLog(account, question, signal)
    const outcome = attempt.kind === 'reached' ? await take(attempt.answer, extension, signal) : FAILED
    if (signal.aborted) return
    reading = null
    hasFailed = outcome.kind === 'failed' || (outcome.kind === 'read' && outcome.covered === null)
    problem = problemOf(attempt)
    if (attempt.kind === 'reached') lastReadAt = clock.now()
    else parts.log.warn(`the call log: ${'why' in attempt ? attempt.why : attempt.kind}`)
    handle(outcome)
  }

  async function take(answer: CallLogAnswer, extension: string, signal: AbortSignal): Promise<Outcome> {
    const { covered, problems, calls } = answer
    const { filled, longestCallMs } = await store(
      { ...answer, extension, longestCallMs: memory.longestCallMs },
      signal,
    )
    parts.log.info(
      `the call log: ${calls.length} calls, ${filled.added.length} added, ${filled.corrected.length} corrected` +
        problems.map(({ what, count }) => `, ${count} ${what}`).join(''),
    )
    if (!signal.aborted && filled.added.length + filled.corrected.length + filled.removed > 0) {
      companion.announceLogged(filled.missed)
      companion.refresh()
    }
    return { kind: 'read', extension, covered, longestCallMs }
  }

  /** Nothing of a demo. */
  function file(): CallLogStore | null {
    return configuration.isDemo() ? null : parts.store
  }

  function remembered(): CallLogMemory {
    return readCallLogMemory(file()?.read() ?? '')
  }

  function keep(): void {
    if (dequal(memory, stored)) return
    try {
      file()?.write(JSON.stringify(memory))
      stored = memory
    } catch {
      parts.log.warn('when the call log was read can’t be stored')
    }
  }

  function show(): void {
    const next: CallLogView = { state: stateOf(), lastReadAt, nextAt, problem }
    if (dequal(next, shown)) return
    shown = next
    companion.setCallLog(next)
  }

  function stateOf(): CallLogView['state'] {
    const account = accountNow()
    if (!settings().callLog || account === null) return 'off'
    if (account.callLogUrl === null) return 'no-address'
    if (reading !== null) return 'reading'
    if (!hasFailed) return 'idle'
    return problem?.kind === 'failed' && problem.failure.kind === 'refused' ? 'refused' : 'waiting'
  }

  /** Another account may be watched, or a demo; or the log may be switched off. */
  function follow(): void {
    if (!dequal(subject(), about)) {
      about = subject()
      stopTimer()
      reading?.abort()
      reading = null
      memory = stored = remembered()
      problem = lastReadAt = nextAt = null
      hasFailed = false
    }
    look()
  }

  function subject() {
    const { code = null, baseUrl = null, callLogUrl = null } = accountNow() ?? {}
    return { code, baseUrl, callLogUrl, isDemo: configuration.isDemo(), isOn: settings().callLog }
  }

  /** What matters here: it changes less often than what is on screen. */
  function circumstances() {
    const { agent, calls, connection } = companion.state().watch
    const { extension = null, onlineUserId = null } = agent ?? {}
    return { extension, onlineUserId, isLive: connection.kind === 'live', isInCall: calls.length > 0 }
  }

  const stops = [
    companion.onSettings(follow),
    companion.onState(() => {
      const next = circumstances()
      if (dequal(next, watched)) return
      watched = next
      look()
    }),
    // A gap may be over without anything else having changed.
    companion.onAnswer(() => {
      if (Math.abs(clock.now() - lookedAt) >= MINUTE_MS) look()
    }),
  ]

  return {
    readNow: () => handle({ kind: 'wanted' }),
    end() {
      for (const end of stops) end()
      stopTimer()
      reading?.abort()
      keep()
    },
  }
}

type Outcome =
  | { readonly kind: 'look' | 'wanted' | 'failed' }
  | Pick<Extract<CallLogInput, { kind: 'read' }>, 'kind' | 'extension' | 'covered' | 'longestCallMs'>

const FAILED: Outcome = { kind: 'failed' }

/** A call that only the log showed proves nothing about the log's times. */
function knownCall(call: HistoryCall | null): KnownCall | null {
  if (call === null || call.logged?.unseen === true) return null
  const { startedAt, answeredAt, direction } = call
  return { startedAt, answered: answeredAt !== null || direction !== 'incoming' }
}

function problemOf(attempt: Attempt<CallLogAnswer>): CallLogProblem | null {
  if (attempt.kind !== 'reached') return { kind: 'failed', failure: attempt }
  const { problems } = attempt.answer
  return problems.length === 0 ? null : { kind: 'records', records: problems }
}
