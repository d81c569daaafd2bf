import type { Clock } from '../../../core/clock.ts'
import type { AgentState } from '../../../core/domain.ts'
import { followedPerson, loggedInAt, ownPhone, type OwnPhone } from '../../../core/own-phone.ts'
import { NO_STATUS_REQUEST, type StatusRequest } from '../../../core/agent-status/status-state.ts'
import type { StatusView } from '../../../core/agent-status/status-view.ts'
import { stepStatus, type StatusInput } from '../../../core/agent-status/step-status.ts'
import type { PollTimes } from '../../../core/session/session-types.ts'
import { STATUS_NUMBERS, type NamedStatus } from '../../../core/status-words.ts'
import type { AgentLocation } from '../../../core/surroundings.ts'
import type { Attempt } from '../../../core/telephony/attempt.ts'
import type { StatusAnswer, StatusChange } from '../../../core/telephony/telephony-client.ts'
import type { CurrentSession } from '../session/current-session.ts'
import type { Configuration } from '../settings/configuration.ts'
import type { TelephonyAccess } from '../session/telephony-access.ts'

const LOST_AFTER = 1.5 // relative to the request timeout

/** Sets the agent's status: each choice is sent once, and snapshots confirm it. */
export interface AgentStatus {
  /** Requests a status if it is offered; otherwise does nothing. */
  set(status: NamedStatus): void
  /** Dismisses the reason why the last one wasn't set. */
  dismiss(): void
  /** Call for every successful response about the calls, changed or not. */
  answered(watch: AgentState, times: PollTimes): void
  /** Call when another account is watched. */
  leave(): void
  /** What window and tray offer now. */
  view(watch: AgentState, location: AgentLocation): StatusView
  /**
   * Requests the status at most once, and settles when the response arrives or after a timeout; for use when the
   * program quits, after which no snapshot follows. False if it isn't offered or is the current one, and for logging
   * out during a call.
   */
  last(status: NamedStatus): Promise<boolean>
  end(): void
}

export interface AgentStatusParts {
  readonly clock: Clock
  readonly configuration: Pick<Configuration, 'settings' | 'account'>
  readonly session: Pick<CurrentSession, 'state' | 'surroundings' | 'pollNow'>
  readonly telephony: Pick<TelephonyAccess, 'setStatus' | 'limits'>
  /** Called after each step. */
  readonly onChange: () => void
  /** Receives each new state of the request. */
  readonly onRequest: (request: StatusRequest) => void
}

export function createAgentStatus(parts: AgentStatusParts): AgentStatus {
  const { clock, session, telephony } = parts
  const { settings, account } = parts.configuration
  const lostAfterMs = LOST_AFTER * telephony.limits.requestMs
  let memory = NO_STATUS_REQUEST
  let seenAt: string | null = null
  let requests = new AbortController()

  function handle(input: StatusInput): void {
    const before = memory.request
    const step = stepStatus(memory, input, lostAfterMs)
    memory = step.memory
    if (memory.request !== before) parts.onRequest(memory.request)
    parts.onChange()
    for (const command of step.commands) {
      if (command.do === 'poll-now') void session.pollNow()
      else send(command.id, command.change)
    }
  }

  function send(id: number, change: StatusChange): void {
    const { signal } = requests
    void sent(change, signal).then((outcome) => {
      if (!signal.aborted) handle({ kind: 'answered', at: clock.now(), id, outcome })
    })
  }

  function sent(change: StatusChange, signal: AbortSignal): Promise<Attempt<StatusAnswer>> {
    const watched = account()
    return watched === null
      ? Promise.resolve({ kind: 'unreachable', why: 'aborted' })
      : telephony.setStatus(watched, change, signal)
  }

  function phone(watch: AgentState, location: AgentLocation): OwnPhone {
    const watched = account()
    if (watched === null) return { kind: 'none', why: 'not-known' }
    const { masked, isOwnByPolicy } = watched
    return ownPhone({
      followed: followedPerson(settings()),
      masked,
      isOwnByPolicy,
      location,
      agent: watch.agent,
      seenAt,
    })
  }

  function view(watch: AgentState, location: AgentLocation): StatusView {
    const { offeredStatuses } = settings()
    if (offeredStatuses.length === 0) return { kind: 'off' }
    if (account()?.statusUrl === null) return { kind: 'unavailable', why: 'code' }
    if (watch.connection.kind !== 'live') return { kind: 'unavailable', why: 'stale' }
    const own = phone(watch, location)
    if (own.kind === 'none') return { kind: 'unavailable', why: own.why }
    const isInCall = watch.calls.some(({ phase }) => phase !== 'ringing')
    return { kind: 'offered', statuses: offeredStatuses, request: memory.request, isInCall }
  }

  /** The change to request for a status now; null if it isn't offered. */
  function wantedFor(status: NamedStatus) {
    const [watch, { location }] = [session.state(), session.surroundings()]
    const offered = view(watch, location)
    const own = phone(watch, location)
    if (offered.kind !== 'offered' || own.kind === 'none') return null
    return { status, extension: own.extension, userId: own.userId }
  }

  return {
    set(status) {
      // Nothing to change, for example after a second click that arrives when the first is confirmed.
      if (memory.request.kind !== 'asked' && session.state().agent?.status.word === status) return
      const wanted = settings().offeredStatuses.includes(status) ? wantedFor(status) : null
      if (wanted !== null) handle({ kind: 'ask', at: clock.now(), wanted })
    },
    dismiss: () => handle({ kind: 'dismiss' }),
    answered(watch, { sentAt, receivedAt }) {
      seenAt = loggedInAt({ followed: followedPerson(settings()), agent: watch.agent }) ?? seenAt
      if (watch.agent === null) return
      const { extension, status, onlineUserId } = watch.agent
      const isSomebodyLoggedIn = onlineUserId !== undefined
      handle({
        kind: 'snapshot',
        askedAt: sentAt,
        at: receivedAt,
        extension,
        status,
        isSomebodyLoggedIn,
      })
    },
    leave() {
      requests.abort()
      requests = new AbortController()
      seenAt = null
      handle({ kind: 'unwatched' })
    },
    view,
    async last(status) {
      const wanted = wantedFor(status)
      const { agent, calls } = session.state()
      // There is no window any more to confirm that the call may end.
      const isInCall = status === 'logout' && calls.length > 0
      if (wanted === null || isInCall || agent?.status.word === status) return false
      const { extension, userId } = wanted
      await sent({ extension, userId, status: STATUS_NUMBERS[status] }, requests.signal)
      return true
    },
    end: () => requests.abort(),
  }
}
