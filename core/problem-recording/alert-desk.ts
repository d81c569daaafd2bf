import { isLoggedIn } from '../alerts/is-logged-in.ts'
import type { AlertCommand } from '../alerts/notification.ts'
import { planNotifications, type AlertInput } from '../alerts/plan-notifications.ts'
import { planQueueAlerts, type ToldCauses } from '../alerts/plan-queue-alerts.ts'
import type { AgentStatus, Call, CallKey, QueuesState } from '../domain.ts'
import { DEFAULT_SETTINGS, type Settings } from '../settings/settings.ts'
import { isSameStamp } from '../clock/same-stamp.ts'
import type { Words } from '../words/words.ts'
import type { Decision } from './decision.ts'
import type { RecordingHeader } from './recording.ts'

/** Plans alerts as main does, and keeps which of them are on screen. */
export interface AlertDesk {
  pause(until: number | null): void
  /** After each step of the session. */
  take(step: Pick<AlertInput, 'events' | 'blind' | 'calls'>, now: number): readonly Decision[]
  /** What lasted when the recording began, and of it the causes that were told. */
  knowTold(queues: QueuesState, told: readonly string[], now: number): void
  /** After each step, and each change around the extension; `status` is the agent's, null before it is known. */
  takeQueues(queues: QueuesState, status: AgentStatus | null, now: number): readonly Decision[]
}

export function createAlertDesk(header: RecordingHeader, words: Words): AlertDesk {
  const settings = settingsOf(header)
  const rings = new Map<string, CallKey>()
  const stamps = new Map<CallKey, readonly (number | null)[]>()
  const titles = new Map<string, string>()
  let causes: ToldCauses = new Map()
  let pausedUntil = header.alertsPausedUntil

  /** A ring is the ring that it was by the API's own stamp, as in the journal: at a desk that was left and returned to. */
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

  function carriedOut(command: AlertCommand, at: number): Decision {
    if (command.do === 'withdraw') {
      const title = titles.get(command.id) ?? ''
      rings.delete(command.id)
      titles.delete(command.id)
      return { kind: 'alert', command, title, at }
    }
    const { id, kind, call, title } = command.notification
    if (kind === 'ring' && call !== null) rings.set(id, call)
    if (kind !== 'missed') titles.set(id, title)
    return { kind: 'alert', command, title, at }
  }

  return {
    pause(until) {
      pausedUntil = until
    },
    take({ events, blind, calls }, now) {
      const scene = { events, blind, calls, alerted: wasAlerted(calls), shown: new Map(rings) }
      const commands = planNotifications({ ...scene, settings, pausedUntil, now, words })
      noteAlerted(commands, calls)
      return commands.map((command) => carriedOut(command, now))
    },
    knowTold({ queues }, told, now) {
      const lasting = { queues, told: new Map(), loggedIn: true, settings, pausedUntil: null, now, words }
      const plan = planQueueAlerts(lasting)
      for (const command of plan.commands) carriedOut(command, now)
      causes = new Map(told.map((cause) => [cause, plan.told.get(cause) ?? cause]))
    },
    takeQueues({ connection, queues }, status, now) {
      if (connection.kind !== 'live') return []
      const loggedIn = isLoggedIn(status)
      const plan = planQueueAlerts({ queues, told: causes, loggedIn, settings, pausedUntil, now, words })
      causes = plan.told
      return plan.commands.map((command) => carriedOut(command, now))
    },
  }
}

/** Those that decide alerts; of a recording of before nothing is known of the queues'. */
function settingsOf({ region, alertOnRing, alertOnMissed, around }: RecordingHeader): Settings {
  const settings = { ...DEFAULT_SETTINGS, region, alertOnRing, alertOnMissed }
  if (around === undefined) return settings
  const { alertOnFirstWaiting, alertOnQueueThreshold, alertOnQueueLength, queueLength } = around
  return { ...settings, alertOnFirstWaiting, alertOnQueueThreshold, alertOnQueueLength, queueLength }
}
