import type { AgentStatus } from '../../core/domain.ts'
import { foundIn } from '../../core/found-in.ts'
import type { TeamRow } from '../../core/surroundings.ts'
import { teamGroup, type TeamGroup } from './team-group.ts'

/** `all`: those logged in. `everyone`: those logged out, too. */
export type TeamFilter = 'all' | 'everyone' | 'ringing' | 'busy' | 'free' | 'away'

/** What the user searches for. `statusWord` returns a status as shown, so that it can be searched. */
export interface TeamSearch {
  readonly text: string
  readonly filter: TeamFilter
  readonly statusWord: (status: AgentStatus) => string
}

export interface FoundTeam {
  readonly rows: readonly TeamRow[]
  /** Those who would match, but are logged out. */
  readonly hidden: number
}

/** The matching rows, in order. */
export function filterTeam(rows: readonly TeamRow[], search: TeamSearch): FoundTeam {
  const isFound = foundIn(search.text)
  const fitting = rows.filter((row) => fits(teamGroup(row), search.filter) && isFound(textsOf(row, search)))
  if (search.filter === 'everyone') return { rows: fitting, hidden: 0 }
  const shown = fitting.filter((row) => teamGroup(row) !== 'out')
  return { rows: shown, hidden: fitting.length - shown.length }
}

const FITTING: Readonly<Record<Exclude<TeamFilter, 'all' | 'everyone'>, readonly TeamGroup[]>> = {
  ringing: ['ringing'],
  busy: ['talking', 'dialing', 'held', 'other'],
  free: ['free'],
  away: ['away'],
}

const fits = (group: TeamGroup, filter: TeamFilter): boolean =>
  filter === 'all' || filter === 'everyone' || FITTING[filter].includes(group)

function textsOf(row: TeamRow, { statusWord }: TeamSearch): readonly string[] {
  const { person, extension, status, caller } = row
  const phone = caller?.phone
  const numbers = phone?.kind === 'number' ? [phone.national, phone.international, phone.e164] : []
  return [person, extension, statusWord(status), caller?.name ?? '', phone?.received ?? '', ...numbers]
}
