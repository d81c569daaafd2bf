import type { QueuesState, WatchedQueue } from '../domain.ts'

/** The same queues by a clock that was set forward by `ms`: every time moves along, every wait stays. */
export function moveQueues(state: QueuesState, ms: number): QueuesState {
  const { connection, queues, lastGoodAt } = state
  return {
    ...state,
    connection: connection.kind === 'stale' ? { ...connection, since: connection.since + ms } : connection,
    queues: queues.map((queue) => moveQueue(queue, ms)),
    lastGoodAt: lastGoodAt === null ? null : lastGoodAt + ms,
  }
}

const moveQueue = (queue: WatchedQueue, ms: number): WatchedQueue => ({
  ...queue,
  callers: queue.callers.map((caller) => ({ ...caller, joinedAt: caller.joinedAt + ms })),
  longestSince: queue.longestSince === null ? null : queue.longestSince + ms,
  nextBreachAt: queue.nextBreachAt === null ? null : queue.nextBreachAt + ms,
})
