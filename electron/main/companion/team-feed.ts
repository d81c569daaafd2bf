import type { TeamNews, TeamView } from '../../../core/contract.ts'
import type { TeamState } from '../../../core/surroundings.ts'
import type { TeamChange } from '../../../core/team/diff-team.ts'

/** The team for the window: in full on request, then only changes, while it is on screen. */
export interface TeamFeed {
  view(team: TeamState): TeamView
  take(team: TeamState, change: TeamChange): void
  /** Whether the team is on screen. */
  look(looking: boolean): void
}

export function createTeamFeed(push: (news: TeamNews) => void): TeamFeed {
  let revision = 0
  let looking = false
  return {
    view: ({ connection, rows, lastGoodAt }) => ({
      revision,
      connection,
      rows: [...rows.values()],
      lastGoodAt,
    }),
    take({ connection, lastGoodAt }, { changed, gone }) {
      revision += 1
      if (looking) push({ revision, connection, changed, gone, lastGoodAt })
    },
    look(next) {
      looking = next
    },
  }
}
