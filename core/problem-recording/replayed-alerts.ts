import { EMPTY_ALERT_BOOK, stepAlertBook, type AlertInput } from '../alerts/alert-book.ts'
import type { AlertCommand } from '../alerts/notification.ts'
import { planQueueAlerts } from '../alerts/plan-queue-alerts.ts'
import type { CallAlertInput } from '../alerts/plan-call-alerts.ts'
import type { AgentStatus, Call, CallKey } from '../domain.ts'
import type { QueuesState } from '../surroundings.ts'
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings.ts'
import { isSameStamp } from '../clock/same-stamp.ts'
import type { Words } from '../words/words.ts'
import type { Decision } from './decision.ts'
import type { RecordingHeader } from './recording.ts'

/** The alerts of a recorded problem, decided by the program's own alert book. */
export interface ReplayedAlerts {
  /** The alerts are paused until then, or no longer. */
  pause(until: number | null, now: number): readonly Decision[]
  /** After each step of the session. */
  take(step: Pick<CallAlertInput, 'events' | 'blind' | 'calls'>, now: number): readonly Decision[]
  /** The queues when the recording started, and the causes already announced. */
  restoreQueues(queues: QueuesState, announced: readonly string[], now: number): void
  /** After each step, and each change around the extension; `status` is the agent's, null before it is known. */
  takeQueues(queues: QueuesState, status: AgentStatus | null, now: number): readonly Decision[]
}

export function createReplayedAlerts(header: RecordingHeader, words: Words): ReplayedAlerts {
  const settings = settingsOf(header)
  const stamps = new Map<CallKey, readonly (number | null)[]>()
  const titles = new Map<string, string>()
  let book = EMPTY_ALERT_BOOK
  let pausedUntil = header.alertsPausedUntil

  /** Rings are identified by the API's own stamp, as in the journal: an extension may be left and returned to. */
  const wasAlerted =
    (calls: readonly Call[]) =>
    (key: CallKey): boolean => {
      const stamp = calls.find((call) => call.key === key)?.startedApiSeconds ?? null
      return (stamps.get(key) ?? []).some((one) => isSameStamp(one, stamp) === true)
    }

  function noteAlerted(commands: readonly AlertCommand[], calls: readonly Call[]): void {
    for (const command of commands) {
      if (command.do === 'withdraw' || command.notification.kind !== 'ring') continue
      const call = calls.find(({ key }) => key === command.notification.call)
      if (call !== undefined) stamps.set(call.key, [...(stamps.get(call.key) ?? []), call.startedApiSeconds])
    }
  }

  function step(input: AlertInput, now: number): readonly AlertCommand[] {
    const over = pausedUntil !== null && now >= pausedUntil ? endPause(pausedUntil) : []
    return [...over, ...stepNow(input, now)]
  }

  /** A pause that ends on its own isn't recorded. */
  function endPause(at: number): readonly AlertCommand[] {
    pausedUntil = null
    return stepNow({ kind: 'pause-over' }, at)
  }

  function stepNow(input: AlertInput, now: number): readonly AlertCommand[] {
    const { book: next, commands } = stepAlertBook(book, input, { settings, words, pausedUntil, now })
    book = next
    return commands
  }

  function decision(command: AlertCommand, at: number): Decision {
    if (command.do === 'withdraw') {
      const title = titles.get(command.id) ?? ''
      titles.delete(command.id)
      return { kind: 'alert', command, title, at }
    }
    const { id, kind, title } = command.notification
    if (kind !== 'missed') titles.set(id, title)
    return { kind: 'alert', command, title, at }
  }

  return {
    pause(until, now) {
      const commands = until === null ? endPause(now) : []
      pausedUntil = until
      return commands.map((command) => decision(command, now))
    },
    take({ events, blind, calls }, now) {
      const commands = step({ kind: 'calls', events, blind, calls, alerted: wasAlerted(calls) }, now)
      noteAlerted(commands, calls)
      return commands.map((command) => decision(command, now))
    },
    restoreQueues({ queues }, announced, now) {
      const known = { queues, announced: new Map(), loggedIn: true, settings, pausedUntil: null, now, words }
      const plan = planQueueAlerts(known)
      for (const command of plan.commands) decision(command, now)
      const ids = announced.map((cause) => [cause, plan.announced.get(cause) ?? cause] as const)
      book = { ...book, queues: new Map(ids) }
    },
    takeQueues: (queues, status, now) =>
      step({ kind: 'queues', queues, status }, now).map((command) => decision(command, now)),
  }
}

/** The settings that decide alerts; older recordings contain none for the queues. */
function settingsOf({ region, alertOnRing, alertOnMissed, around }: RecordingHeader): Settings {
  const settings = { ...DEFAULT_SETTINGS, region, alertOnRing, alertOnMissed }
  if (around === undefined) return settings
  const { alertOnFirstWaiting, alertOnQueueThreshold, alertOnQueueLength, queueLength } = around
  return { ...settings, alertOnFirstWaiting, alertOnQueueThreshold, alertOnQueueLength, queueLength }
}
