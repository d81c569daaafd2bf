import type { ClockReport } from '../domain.ts'
import type { WatchedQueue } from '../surroundings.ts'

/** The callers waiting at `at` (epoch ms by this computer's clock), in the form of an API response of that moment. */
export function initialWaiting(
  queues: readonly WatchedQueue[],
  at: number,
  clock: ClockReport | null,
): string {
  const { offsetMinutes = 0, computerErrorMs = 0 } = clock ?? {}
  const wireQueue = ({ id, name, callers }: WatchedQueue): object => ({
    Name: name,
    ID: id,
    Weight: 0,
    Callers: callers.map(({ callId, phone, joinedAt }) => ({
      Phone: phone.received,
      CallID: callId,
      JoinTime: Math.round((joinedAt - computerErrorMs) / 1000) + offsetMinutes * 60,
      Duration: Math.max(0, Math.floor((at - joinedAt) / 1000)),
    })),
  })
  return JSON.stringify({ ERR: 0, DESC: 'OK', QUEUES: queues.map(wireQueue) })
}
