import type { AgentState, Call } from '../domain.ts'
import type { QueuesState } from '../surroundings.ts'
import type { WaitingMemory } from '../queues/waiting-memory.ts'
import type { TeamMemory } from '../team/reduce-team.ts'

type TimeOf<T> = { [K in keyof T]-?: T[K] extends number | null | undefined ? K : never }[keyof T]

/** The same object with these times moved along by `ms`; those that are null or absent stay so. */
export function shifted<T extends object>(value: T, ms: number, ...times: readonly TimeOf<T>[]): T {
  const moved = times.flatMap((name) => {
    const at = value[name]
    return typeof at === 'number' ? [[name, at + ms] as const] : []
  })
  return { ...value, ...Object.fromEntries(moved) }
}

/** The same state by a clock that was set forward by `ms` (back, when negative): every time moves along, every age stays. */
export const shiftTimes = (state: AgentState, ms: number): AgentState => ({
  ...shifted(state, ms, 'lastGoodAt'),
  agent: state.agent && shifted(state.agent, ms, 'statusSince'),
  calls: state.calls.map((call) => shiftCall(call, ms)),
  connection: shiftConnection(state.connection, ms),
  clock: state.clock && shifted(state.clock, ms, 'since'),
})

export const shiftCall = (call: Call, ms: number): Call => ({
  ...shifted(call, ms, 'startedAt', 'answeredAt', 'answeredAfter', 'phaseSince', 'mutedSince'),
  ...(call.interrupted && { interrupted: shifted(call.interrupted, ms, 'since') }),
})

const shiftConnection = <C extends { readonly kind: string; readonly since?: number | null }>(
  connection: C,
  ms: number,
): C =>
  connection.since === undefined || connection.since === null
    ? connection
    : { ...connection, since: connection.since + ms }

export const shiftQueues = (state: QueuesState, ms: number): QueuesState => ({
  ...shifted(state, ms, 'lastGoodAt'),
  connection: shiftConnection(state.connection, ms),
  queues: state.queues.map((queue) => ({
    ...shifted(queue, ms, 'longestSince', 'nextBreachAt'),
    callers: queue.callers.map((caller) => shifted(caller, ms, 'joinedAt')),
  })),
})

export function shiftTeam(memory: TeamMemory, ms: number): TeamMemory {
  const { state } = memory
  const rows = [...state.rows].map(([name, row]) => [name, shifted(row, ms, 'statusSince', 'since')] as const)
  const connection = shiftConnection(state.connection, ms)
  return { ...memory, state: { ...shifted(state, ms, 'lastGoodAt'), connection, rows: new Map(rows) } }
}

export const shiftWaiting = (waiting: WaitingMemory, ms: number): WaitingMemory =>
  new Map([...waiting].map(([id, one]) => [id, shifted(one, ms, 'joinedAt', 'seenAt')]))
