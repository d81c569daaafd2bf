import type { Settings } from '../settings/settings.ts'
import type { WatchedQueue } from '../surroundings.ts'
import { isolated, timer } from '../words/formats.ts'
import type { Words } from '../words/words.ts'
import { isPaused, type AlertCircumstances } from './alert-circumstances.ts'
import { isSilent } from './alert-preferences.ts'
import type { AlertNotification } from './notification.ts'
import { plainAlert } from './plain-alert.ts'
import { replaceAlerts, type Announced } from './replace-alerts.ts'

export interface QueueAlertInput extends AlertCircumstances {
  readonly queues: readonly WatchedQueue[]
  /** By `causeKey`. */
  readonly announced: Announced<string>
  /** Nobody who isn't logged in gets a new alert. */
  readonly loggedIn: boolean
}

/**
 * What to show and to withdraw for the queues: one alert for each cause and queue, however many responses repeat it, and
 * again only after the cause was gone. What starts during a pause counts as announced. An agent who logs in is alerted to
 * what still applies; one who logs out, or moves to another extension, keeps what is shown until it is over, and gets nothing new.
 */
export function planQueueAlerts(input: QueueAlertInput): ReturnType<typeof replaceAlerts<string>> {
  const { queues, announced, loggedIn, settings } = input
  const lasting = new Map(queueCauses(queues, settings).map((cause) => [causeKey(cause), cause]))
  const unannounced = loggedIn ? [...lasting].filter(([key]) => !announced.has(key)) : []
  const news = unannounced.map(([key, cause]) => [key, alertOf(cause, input)] as const)
  return replaceAlerts(announced, (key) => lasting.has(key), news, isPaused(input))
}

interface QueueCause {
  readonly kind: 'first-waiting' | 'threshold' | 'length'
  readonly queue: WatchedQueue
}

/** Identifies a cause for as long as it lasts. */
const causeKey = ({ kind, queue }: QueueCause): string => `${kind}/${queue.id}`

/** The current causes, as far as the settings want alerts for them. */
function queueCauses(queues: readonly WatchedQueue[], settings: Settings): readonly QueueCause[] {
  const { alertOnFirstWaiting, alertOnQueueThreshold, alertOnQueueLength, queueLength } = settings
  return queues.flatMap((queue) => {
    const causes: QueueCause[] = []
    if (alertOnFirstWaiting && queue.waiting > 0) causes.push({ kind: 'first-waiting', queue })
    if (alertOnQueueThreshold && queue.breached > 0) causes.push({ kind: 'threshold', queue })
    if (alertOnQueueLength && queue.waiting >= queueLength) causes.push({ kind: 'length', queue })
    return causes
  })
}

function alertOf(cause: QueueCause, { settings, now, words }: QueueAlertInput): AlertNotification {
  const { kind, queue } = cause
  const longest = timer(queue.longestSince === null ? 0 : now - queue.longestSince)
  return plainAlert({
    id: `${kind}-${queue.id.slice(-32)}-${now}`, // 64 characters at most (Electron's limit)
    kind: 'queue',
    title: titleOf(cause, words),
    body: words.queues.waiting(queue.waiting, longest),
    silent: isSilent('queue', settings),
  })
}

function titleOf({ kind, queue }: QueueCause, words: Words): string {
  const name = isolated(queue.name || queue.id)
  switch (kind) {
    case 'first-waiting':
      return words.queues.firstWaiting(name)
    case 'threshold':
      return words.queues.thresholdReached(name, timer(queue.thresholdSeconds * 1000))
    case 'length':
      return words.queues.longQueue(name, queue.waiting)
  }
}
