import type { AgentState, Call, ClockReport } from '../domain.ts'
import type { QueuesState, WatchedQueue } from '../surroundings.ts'
import type { WaitingMemory } from '../queues/waiting-memory.ts'
import type { TeamMemory } from '../team/reduce-team.ts'

/** The same state by a clock that was set forward by `ms` (back, when negative): every time moves along, every age stays. */
export function shiftTimes(state: AgentState, ms: number): AgentState {
  const { agent, calls, connection, lastGoodAt, clock } = state
  return {
    agent: agent && { ...agent, statusSince: agent.statusSince + ms },
    calls: calls.map((call) => shiftCall(call, ms)),
    connection: shiftConnection(connection, ms),
    lastGoodAt: shiftMaybe(lastGoodAt, ms),
    clock: clock && shiftClock(clock, ms),
  }
}

const shiftMaybe = (at: number | null, ms: number): number | null => (at === null ? null : at + ms)

const shiftClock = (clock: ClockReport, ms: number): ClockReport => ({ ...clock, since: clock.since + ms })

/** The same call by a clock that was set forward by `ms`. */
export const shiftCall = (call: Call, ms: number): Call => ({
  ...call,
  startedAt: call.startedAt + ms,
  answeredAt: shiftMaybe(call.answeredAt, ms),
  ...(call.answeredAfter !== undefined && { answeredAfter: call.answeredAfter + ms }),
  phaseSince: call.phaseSince + ms,
  mutedSince: shiftMaybe(call.mutedSince, ms),
  ...(call.interrupted && { interrupted: { ...call.interrupted, since: call.interrupted.since + ms } }),
})

const shiftConnection = <C extends { readonly kind: string; readonly since?: number | null }>(
  connection: C,
  ms: number,
): C =>
  connection.since === undefined || connection.since === null
    ? connection
    : { ...connection, since: connection.since + ms }

/** The same queues by a clock that was set forward by `ms`: every time moves along, every wait stays. */
export function shiftQueues(state: QueuesState, ms: number): QueuesState {
  const { connection, queues, lastGoodAt } = state
  return {
    ...state,
    connection: shiftConnection(connection, ms),
    queues: queues.map((queue) => shiftQueue(queue, ms)),
    lastGoodAt: shiftMaybe(lastGoodAt, ms),
  }
}

const shiftQueue = (queue: WatchedQueue, ms: number): WatchedQueue => ({
  ...queue,
  callers: queue.callers.map((caller) => ({ ...caller, joinedAt: caller.joinedAt + ms })),
  longestSince: shiftMaybe(queue.longestSince, ms),
  nextBreachAt: shiftMaybe(queue.nextBreachAt, ms),
})

/** The same team by a clock that was set forward by `ms`: every time moves along, every age stays. */
export function shiftTeam(memory: TeamMemory, ms: number): TeamMemory {
  const { connection, rows, lastGoodAt } = memory.state
  const shifted = [...rows].map(
    ([name, row]) => [name, { ...row, statusSince: row.statusSince + ms, since: row.since + ms }] as const,
  )
  const state = {
    connection: shiftConnection(connection, ms),
    rows: new Map(shifted),
    lastGoodAt: shiftMaybe(lastGoodAt, ms),
  }
  return { ...memory, state }
}

/** The same waits by a clock that was set forward by `ms`. */
export const shiftWaiting = (waiting: WaitingMemory, ms: number): WaitingMemory =>
  new Map(
    [...waiting].map(([id, one]) => [id, { ...one, joinedAt: one.joinedAt + ms, seenAt: one.seenAt + ms }]),
  )
