import type { TeamRow, TeamState } from '../surroundings.ts'

/** What must be told to who has the team as it was before. */
export interface TeamChange {
  readonly changed: readonly TeamRow[]
  /** SIP codes. */
  readonly gone: readonly string[]
}

/** Rows are compared by identity: what says the same is the same object. */
export function diffTeam(before: TeamState, now: TeamState): TeamChange {
  if (before.rows === now.rows) return { changed: [], gone: [] }
  return {
    changed: [...now.rows.values()].filter((row) => before.rows.get(row.extension) !== row),
    gone: [...before.rows.keys()].filter((extension) => !now.rows.has(extension)),
  }
}
