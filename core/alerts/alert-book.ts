import type { AgentStatus, CallKey } from '../domain.ts'
import { doneOnceMore, type DoneAt } from '../per-minute.ts'
import type { QueuesState } from '../surroundings.ts'
import type { GuardWarning } from '../recording-guard/guard-state.ts'
import { isPaused, type AlertCircumstances } from './alert-circumstances.ts'
import { isLoggedIn } from '../status-words.ts'
import type { AlertCommand } from './notification.ts'
import { addPausedCalls, NO_PAUSED_CALLS, planPauseSummary, type PausedCalls } from './pause-summary.ts'
import { planCallAlerts, type CallAlertInput } from './plan-call-alerts.ts'
import { planLoggedAlerts, type LoggedAlertInput } from './plan-logged-alerts.ts'
import { planQueueAlerts } from './plan-queue-alerts.ts'
import { planRecordingAlerts } from './plan-recording-alerts.ts'
import type { Announced } from './replace-alerts.ts'

/** The current alerts for rings, queues and recordings, so that none is shown twice and each can be withdrawn later. */
export interface AlertBook {
  /** The ringing call of each ring alert, by the alert's id. */
  readonly rings: ReadonlyMap<string, CallKey>
  /** By `causeKey`. */
  readonly queues: Announced<string>
  /** By the id of the warning. */
  readonly recordings: Announced<number>
  /** What rang during the current pause. */
  readonly paused: PausedCalls
  /** When the alerts of the last minute were shown, by kind: queue alerts don't use up the limit of rings. */
  readonly shownAt: Readonly<Partial<Record<AlertInput['kind'], DoneAt>>>
}

/** The maximum of alerts per minute for one kind of input; nobody reads more, and they would bury other notifications. */
export const MAX_ALERTS_PER_MINUTE = 30

export const EMPTY_ALERT_BOOK: AlertBook = {
  rings: new Map(),
  queues: new Map(),
  recordings: new Map(),
  paused: NO_PAUSED_CALLS,
  shownAt: {},
}

/** The inputs that may show or withdraw an alert. */
export type AlertInput =
  | ({ readonly kind: 'calls' } & Omit<CallAlertInput, keyof AlertCircumstances | 'shown'>)
  /** `status`: the agent's, null before it is known. Nobody who isn't logged in gets a new alert. */
  | { readonly kind: 'queues'; readonly queues: QueuesState; readonly status: AgentStatus | null }
  | {
      readonly kind: 'recordings'
      readonly raised: readonly GuardWarning[]
      readonly holding: readonly GuardWarning[]
    }
  /** The call log added missed calls, some minutes after they were over. */
  | ({ readonly kind: 'logged' } & Pick<LoggedAlertInput, 'missed'>)
  | { readonly kind: 'pause-over' }
  /** Another account is watched from now on. Recording warnings end separately. */
  | { readonly kind: 'account-left' }

export interface AlertStep {
  readonly book: AlertBook
  /** What to show and withdraw, in this order. */
  readonly commands: readonly AlertCommand[]
  /** The number of alerts not shown because there were too many within a minute. */
  readonly withheld: number
}

/** The book after `input`, and the resulting commands. */
export function stepAlertBook(
  book: AlertBook,
  input: AlertInput,
  circumstances: AlertCircumstances,
): AlertStep {
  const planned = plan(book, input, circumstances)
  let shownAt = book.shownAt[input.kind] ?? []
  const commands = planned.commands.filter((command) => {
    if (command.do === 'withdraw') return true
    const next = doneOnceMore(shownAt, circumstances.now, MAX_ALERTS_PER_MINUTE)
    shownAt = next ?? shownAt
    return next !== null
  })
  const withheld = planned.commands.length - commands.length
  return {
    book: { ...planned.book, shownAt: { ...book.shownAt, [input.kind]: shownAt } },
    commands,
    withheld,
  }
}

function plan(
  book: AlertBook,
  input: AlertInput,
  circumstances: AlertCircumstances,
): Omit<AlertStep, 'withheld'> {
  switch (input.kind) {
    case 'calls': {
      const commands = planCallAlerts({ ...input, shown: book.rings, ...circumstances })
      const paused = isPaused(circumstances) ? addPausedCalls(book.paused, input) : book.paused
      return { book: { ...book, paused, rings: ringsAfter(book.rings, commands) }, commands }
    }
    case 'queues': {
      const { connection, queues } = input.queues
      if (connection.kind !== 'live') return { book, commands: [] }
      const known = { queues, announced: book.queues, loggedIn: isLoggedIn(input.status) }
      const { announced, commands } = planQueueAlerts({ ...known, ...circumstances })
      return { book: { ...book, queues: announced }, commands }
    }
    case 'recordings': {
      const { raised, holding } = input
      const known = { raised, holding, announced: book.recordings }
      const { announced, commands } = planRecordingAlerts({ ...known, ...circumstances })
      return { book: { ...book, recordings: announced }, commands }
    }
    case 'logged':
      return { book, commands: planLoggedAlerts({ ...input, ...circumstances }) }
    case 'pause-over':
      return {
        book: { ...book, paused: NO_PAUSED_CALLS },
        commands: planPauseSummary(book.paused, circumstances),
      }
    case 'account-left': {
      const ids = [...book.rings.keys(), ...book.queues.values()]
      return {
        book: { ...EMPTY_ALERT_BOOK, recordings: book.recordings },
        commands: ids.map((id) => ({ do: 'withdraw', id })),
      }
    }
  }
}

function ringsAfter(rings: AlertBook['rings'], commands: readonly AlertCommand[]): AlertBook['rings'] {
  const next = new Map(rings)
  for (const command of commands) {
    if (command.do === 'withdraw') next.delete(command.id)
    else if (command.notification.kind === 'ring' && command.notification.call !== null)
      next.set(command.notification.id, command.notification.call)
  }
  return next
}
