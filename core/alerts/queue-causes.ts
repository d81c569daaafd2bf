import type { WatchedQueue } from '../surroundings.ts'
import type { Settings } from '../settings/settings.ts'

/** Why a queue needs attention. */
export interface QueueCause {
  readonly kind: 'first-waiting' | 'threshold' | 'length'
  readonly queue: WatchedQueue
}

export type QueueSwitches = Pick<
  Settings,
  'alertOnFirstWaiting' | 'alertOnQueueThreshold' | 'alertOnQueueLength' | 'queueLength'
>

/** The current causes, as far as the settings want alerts for them. */
export function queueCauses(
  queues: readonly WatchedQueue[],
  { alertOnFirstWaiting, alertOnQueueThreshold, alertOnQueueLength, queueLength }: QueueSwitches,
): readonly QueueCause[] {
  return queues.flatMap((queue) => {
    const causes: QueueCause[] = []
    if (alertOnFirstWaiting && queue.waiting > 0) causes.push({ kind: 'first-waiting', queue })
    if (alertOnQueueThreshold && queue.breached > 0) causes.push({ kind: 'threshold', queue })
    if (alertOnQueueLength && queue.waiting >= queueLength) causes.push({ kind: 'length', queue })
    return causes
  })
}

/** Identifies a cause for as long as it lasts. */
export const causeKey = ({ kind, queue }: QueueCause): string => `${kind}/${queue.id}`
