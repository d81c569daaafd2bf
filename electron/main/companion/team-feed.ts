import type { TeamNews, TeamView } from '../../../core/contract.ts'
import type { TeamState } from '../../../core/surroundings.ts'
import type { TeamChange } from '../../../core/team/diff-team.ts'

/** The team for the window: in full on request, then only changes, while it is on screen. */
export interface TeamFeed {
  view(team: TeamState): TeamView
  take(team: TeamState, change: TeamChange): void
  /** Whether the team is on screen. If the window missed a change, it hears of it now: there may be no other. */
  look(looking: boolean, team: TeamState): void
}

const NO_CHANGE: TeamChange = { changed: [], gone: [] }

export function createTeamFeed(push: (news: TeamNews) => void): TeamFeed {
  let revision = 0
  /** The revision that the window has. */
  let sent = 0
  let looking = false

  function take({ connection, lastGoodAt }: TeamState, { changed, gone }: TeamChange): void {
    revision += 1
    if (!looking) return
    push({ revision, connection, changed, gone, lastGoodAt })
    sent = revision
  }

  return {
    view({ connection, rows, lastGoodAt }) {
      sent = revision
      return { revision, connection, rows: [...rows.values()], lastGoodAt }
    },
    take,
    look(next, team) {
      looking = next
      // One more revision than the missed ones, so that the window reads everything again.
      if (looking && sent !== revision) take(team, NO_CHANGE)
    },
  }
}
