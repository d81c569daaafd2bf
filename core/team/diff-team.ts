import type { TeamRow, TeamState } from '../surroundings.ts'

/** What has changed for receivers of the previous team. */
export interface TeamChange {
  readonly changed: readonly TeamRow[]
  /** SIP codes. */
  readonly gone: readonly string[]
}

/** Rows are compared by identity: an unchanged row is the same object. */
export function diffTeam(before: TeamState, now: TeamState): TeamChange {
  if (before.rows === now.rows) return { changed: [], gone: [] }
  return {
    changed: [...now.rows.values()].filter((row) => before.rows.get(row.extension) !== row),
    gone: [...before.rows.keys()].filter((extension) => !now.rows.has(extension)),
  }
}
