import type { TeamNews, TeamView } from '../../../core/contract.ts'
import type { TeamState } from '../../../core/surroundings.ts'
import type { TeamChange } from '../../../core/team/diff-team.ts'

/** The team for the window: in full on request, then only changes, while it is on screen. */
export interface TeamFeed {
  view(team: TeamState): TeamView
  take(team: TeamState, change: TeamChange): void
  /** Whether the team is on screen. If the window missed a change, it gets a push now, since none may follow. */
  look(looking: boolean, team: TeamState): void
  /** Another account is watched, or the same one anew: the window forgets everyone and reads again. */
  begin(team: TeamState): void
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

  /** One more revision than the missed ones, so that the window reads everything again. */
  function catchUp(team: TeamState): void {
    if (looking && sent !== revision) take(team, NO_CHANGE)
  }

  return {
    view({ connection, rows, lastGoodAt }) {
      sent = revision
      return { revision, connection, rows: [...rows.values()], lastGoodAt }
    },
    take,
    look(next, team) {
      looking = next
      catchUp(team)
    },
    begin(team) {
      revision += 1
      catchUp(team)
    },
  }
}
