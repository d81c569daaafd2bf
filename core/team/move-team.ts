import type { TeamMemory } from './reduce-team.ts'

/** The same team by a clock that was set forward by `ms`: every time moves along, every age stays. */
export function moveTeam(memory: TeamMemory, ms: number): TeamMemory {
  const { connection, rows, lastGoodAt } = memory.state
  const moved = [...rows].map(
    ([name, row]) => [name, { ...row, statusSince: row.statusSince + ms, since: row.since + ms }] as const,
  )
  const state = {
    connection: connection.kind === 'stale' ? { ...connection, since: connection.since + ms } : connection,
    rows: new Map(moved),
    lastGoodAt: lastGoodAt === null ? null : lastGoodAt + ms,
  }
  return { ...memory, state }
}
