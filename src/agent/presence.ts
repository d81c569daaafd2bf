import type { AgentStatus } from '../../core/domain.ts'

/** What the dot next to an agent's initials means; the status word is always next to it. */
export type Presence = 'in' | 'away' | 'out' | 'none'

/** The presence of a status; `none` (no dot) when nothing is known, or no longer. */
export function presenceOf(status: AgentStatus | null, live: boolean): Presence {
  if (status === null || !live || status.word === 'unknown') return 'none'
  if (status.word === 'login') return 'in'
  return status.word === 'logout' ? 'out' : 'away'
}
