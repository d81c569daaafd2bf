import type { WatchedQueue } from '../../core/surroundings.ts'

/** How a queue compares to its threshold at an instant. */
export interface QueueBreach {
  /** Callers who have waited longer than the threshold; at least this many. */
  readonly past: number
  /** When the next one will have waited that long, epoch ms; null if nobody will. */
  readonly nextAt: number | null
}

/** Counted forward from the last response: no request is needed to know that a second has passed. */
export function queueBreach(queue: WatchedQueue, now: number): QueueBreach {
  if (queue.nextBreachAt === null || queue.nextBreachAt > now)
    return { past: queue.breached, nextAt: queue.nextBreachAt }
  const breaches = queue.callers.map(({ joinedAt }) => joinedAt + queue.thresholdSeconds * 1000)
  const next = breaches.findIndex((at) => at > now)
  return {
    past: Math.max(queue.breached, next === -1 ? breaches.length : next),
    nextAt: breaches[next] ?? null,
  }
}
