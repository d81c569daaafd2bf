import { EMPTY_ALERT_BOOK, stepAlertBook, type AlertInput } from '../../../core/alerts/alert-book.ts'
import type { AlertCircumstances } from '../../../core/alerts/alert-circumstances.ts'
import type { AlertCommand } from '../../../core/alerts/notification.ts'
import type { Clock } from '../../../core/clock.ts'
import type { AlertOutcome, WindowState } from '../../../core/contract.ts'
import type { AgentStatus, CallKey, RungOutcomes } from '../../../core/domain.ts'
import type { QueuesState } from '../../../core/surroundings.ts'
import type { HistoryCall } from '../../../core/history/history-call.ts'
import type { Journal } from '../../../core/history/journal.ts'
import type { GuardWarning } from '../../../core/recording-guard/guard-state.ts'
import type { SessionChange } from '../../../core/session/session-types.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import type { CallerOf } from '../callers/caller-names.ts'
import type { Words } from '../../../core/words/words.ts'

/** Shows the alerts that the alert book requests, and writes the result for each ring into the ring ledger. */
export interface Alerts {
  /** The journal must already have recorded the change. `stories`: what is known of the callers. */
  takeCalls(change: SessionChange, stories: WindowState['stories']): void
  takeQueues(queues: QueuesState, status: AgentStatus | null): void
  takeWarnings(raised: readonly GuardWarning[], holding: readonly GuardWarning[]): void
  /** Announces missed calls that the call log added. */
  takeLogged(missed: readonly HistoryCall[]): void
  /** The pause is over: shows what rang during it. */
  endPause(): void
  /** Withdraws what is shown of an account that is no longer watched. */
  leaveAccount(): void
  /** The announced causes of queue alerts that still apply, as `causeKey` names them. */
  announced(): readonly string[]
}

/** The result of an alert: the outcome of each rung of the ladder, or of the system's notification. */
export type AlertReport = { readonly rungs: RungOutcomes } | { readonly outcome: AlertOutcome }

export interface AlertParts {
  readonly clock: Pick<Clock, 'now'>
  readonly journal: () => Pick<Journal, 'ringOf' | 'wasAlerted' | 'noteRing'>
  readonly settings: () => Settings
  readonly words: () => Words
  readonly callerOf: CallerOf
  readonly pausedUntil: () => number | null
  /** Called with how many alerts were not shown because there were too many within a minute. */
  readonly onWithheld: (alerts: number) => void
  /** Called with each command to carry out; `report` receives the result of an alert each time it changes. */
  readonly onCommand: (command: AlertCommand, report: (news: AlertReport) => void) => void
}

type ShowCommand = Extract<AlertCommand, { do: 'show' }>
type WithdrawCommand = Extract<AlertCommand, { do: 'withdraw' }>

export function createAlerts(parts: AlertParts): Alerts {
  const { clock, journal, settings } = parts
  let book = EMPTY_ALERT_BOOK
  /** The ledger's id of each ring that is shown, by alert id. */
  const ringIds = new Map<string, string>()

  const circumstances = (): AlertCircumstances => ({
    settings: settings(),
    words: parts.words(),
    pausedUntil: parts.pausedUntil(),
    now: clock.now(),
  })

  /** Returns how many alerts were withheld. */
  function take(input: AlertInput, poll: SessionChange['poll'] = null): number {
    const step = stepAlertBook(book, input, circumstances())
    book = step.book
    for (const command of step.commands) {
      if (command.do === 'withdraw') withdraw(command)
      else show(command, poll)
    }
    if (step.withheld > 0) parts.onWithheld(step.withheld)
    return step.withheld
  }

  function show(command: ShowCommand, poll: SessionChange['poll']): void {
    const { id, kind, call } = command.notification
    const { noteRing } = journal()
    const ringId = kind === 'ring' && call !== null ? journal().ringOf(call)?.ringId : undefined
    if (ringId === undefined) return parts.onCommand(command, () => undefined)
    ringIds.set(id, ringId)
    noteRing(ringId, { requestedAt: clock.now(), ...pollTimes(poll) })
    parts.onCommand(command, (news) =>
      noteRing(ringId, 'outcome' in news ? { ...news, outcomeAt: clock.now() } : news),
    )
  }

  function withdraw(command: WithdrawCommand): void {
    const ringId = ringIds.get(command.id)
    ringIds.delete(command.id)
    parts.onCommand(command, () => undefined)
    if (ringId !== undefined) journal().noteRing(ringId, { withdrawnAt: clock.now() })
  }

  /** A ring without an alert because the user turned alerts off: the ledger records that too. */
  function noteUnshown({ events, poll }: SessionChange): void {
    for (const { type, call } of events) {
      const ring = type === 'ringing' ? journal().ringOf(call.key) : null
      if (ring === null || ring.requestedAt !== null || ring.outcome !== null) continue
      const outcome = settings().alertOnRing ? 'paused' : 'off'
      journal().noteRing(ring.ringId, { outcome, outcomeAt: clock.now(), ...pollTimes(poll) })
    }
  }

  return {
    takeCalls(change, stories) {
      const { events, blind, state, poll } = change
      const { calls } = state
      const alerted = (call: CallKey): boolean => journal().wasAlerted(call)
      const { callerOf } = parts
      const withheld = take({ kind: 'calls', events, blind, calls, alerted, stories, callerOf }, poll)
      if (withheld === 0) noteUnshown(change)
    },
    takeQueues: (queues, status) => void take({ kind: 'queues', queues, status }),
    takeWarnings: (raised, holding) => void take({ kind: 'recordings', raised, holding }),
    takeLogged: (missed) => void take({ kind: 'logged', missed }),
    endPause: () => void take({ kind: 'pause-over' }),
    leaveAccount: () => void take({ kind: 'account-left' }),
    announced: () => [...book.queues.keys()],
  }
}

const pollTimes = (poll: SessionChange['poll']): { pollSentAt?: number; pollAnsweredAt?: number } =>
  poll ? { pollSentAt: poll.sentAt, pollAnsweredAt: poll.receivedAt } : {}
