import type { WatchedQueue } from '../surroundings.ts'
import type { Settings } from '../settings/settings.ts'
import { isolated, timer } from '../words/formats.ts'
import type { Words } from '../words/words.ts'
import type { AlertCommand, AlertNotification } from './notification.ts'
import { isSilent } from './alert-preferences.ts'
import { causeKey, queueCauses } from './queue-causes.ts'
import type { QueueCause } from './queue-causes.ts'

/** The alert id of each cause that still applies and was announced, by `causeKey`. */
export type AnnouncedCauses = ReadonlyMap<string, string>

export interface QueueAlertInput {
  readonly queues: readonly WatchedQueue[]
  readonly announced: AnnouncedCauses
  /** Nobody who isn't logged in gets a new alert. */
  readonly loggedIn: boolean
  readonly settings: Settings
  /** Epoch ms until which nothing is shown; null for no pause. */
  readonly pausedUntil: number | null
  readonly now: number
  readonly words: Words
}

/**
 * What to show and to withdraw for the queues: one alert for each cause and queue, however many responses repeat it, and
 * again only after the cause was gone. What starts during a pause counts as announced. An agent who logs in is alerted to
 * what still applies; one who logs out, or moves to another extension, keeps what is shown until it is over, and gets nothing new.
 */
export function planQueueAlerts(input: QueueAlertInput): {
  readonly commands: readonly AlertCommand[]
  readonly announced: AnnouncedCauses
} {
  const { queues, announced, loggedIn, settings, pausedUntil, now } = input
  const lasting = new Map(queueCauses(queues, settings).map((cause) => [causeKey(cause), cause]))
  const gone = [...announced].filter(([key]) => !lasting.has(key))
  const unannounced = loggedIn ? [...lasting].filter(([key]) => !announced.has(key)) : []
  const news = unannounced.map(([, cause]) => cause)
  if (gone.length === 0 && news.length === 0) return { commands: [], announced }
  const paused = pausedUntil !== null && now < pausedUntil
  return {
    commands: [
      ...gone.map(([, id]): AlertCommand => ({ do: 'withdraw', id })),
      ...(paused
        ? []
        : news.map((cause): AlertCommand => ({ do: 'show', notification: alertOf(cause, input) }))),
    ],
    announced: new Map([
      ...[...announced].filter(([key]) => lasting.has(key)),
      ...news.map((cause) => [causeKey(cause), alertId(cause, now)] as const),
    ]),
  }
}

/** 64 characters at most (Electron's limit). */
const alertId = ({ kind, queue }: QueueCause, now: number): string => `${kind}-${queue.id.slice(-32)}-${now}`

function alertOf(cause: QueueCause, { settings, now, words }: QueueAlertInput): AlertNotification {
  const { queue } = cause
  const longest = timer(queue.longestSince === null ? 0 : now - queue.longestSince)
  return {
    id: alertId(cause, now),
    kind: 'queue',
    title: titleOf(cause, words),
    body: words.queues.waiting(queue.waiting, longest),
    call: null,
    stays: false,
    silent: isSilent('queue', settings),
    copyLabel: null,
  }
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
