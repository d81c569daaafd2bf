import type { TeamRow } from '../../core/surroundings.ts'

/** What a colleague is doing, for an agent looking for help. `out`: nobody is logged in. */
export type TeamGroup = 'ringing' | 'talking' | 'dialing' | 'held' | 'other' | 'free' | 'away' | 'out'

/** The most pressing first, as the rows are shown. */
export const TEAM_GROUPS: readonly TeamGroup[] = [
  'ringing',
  'talking',
  'dialing',
  'held',
  'other',
  'free',
  'away',
  'out',
]

/** A call outweighs a status: a phone can ring where nobody is logged in. An unknown status counts as away. */
export function teamGroup({ phase, onlineUserId, status }: TeamRow): TeamGroup {
  if (phase !== 'free') return phase
  if (onlineUserId === 0 || status.word === 'logout') return 'out'
  return status.word === 'login' ? 'free' : 'away'
}
