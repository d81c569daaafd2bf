import type { AgentState, Call, ClockTold, Connection } from '../domain.ts'

/** The same state by a clock that was set forward by `ms` (back, when negative): every time moves along, every age stays. */
export function moveTimes(state: AgentState, ms: number): AgentState {
  const { agent, calls, connection, lastGoodAt, clock } = state
  return {
    agent: agent && { ...agent, statusSince: agent.statusSince + ms },
    calls: calls.map((call) => moveCall(call, ms)),
    connection: moveConnection(connection, ms),
    lastGoodAt: moveMaybe(lastGoodAt, ms),
    clock: clock && moveClock(clock, ms),
  }
}

const moveMaybe = (at: number | null, ms: number): number | null => (at === null ? null : at + ms)

const moveClock = (clock: ClockTold, ms: number): ClockTold => ({ ...clock, since: clock.since + ms })

const moveCall = (call: Call, ms: number): Call => ({
  ...call,
  startedAt: call.startedAt + ms,
  answeredAt: moveMaybe(call.answeredAt, ms),
  phaseSince: call.phaseSince + ms,
  mutedSince: moveMaybe(call.mutedSince, ms),
})

function moveConnection(connection: Connection, ms: number): Connection {
  switch (connection.kind) {
    case 'paused':
    case 'connecting':
    case 'live':
      return connection
    case 'stale':
      return { ...connection, since: connection.since + ms }
    case 'refused':
    case 'unknown-extension':
      return { ...connection, since: moveMaybe(connection.since, ms) }
  }
}
