import { NO_QUEUES } from '../../../core/queues/reduce-queues.ts'
import type { SurroundingsState } from '../../../core/session/surroundings.ts'
import { NO_TEAM } from '../../../core/team/reduce-team.ts'

/** Empty surroundings: before an account is watched. */
export const EMPTY_SURROUNDINGS: SurroundingsState = {
  queues: NO_QUEUES,
  team: NO_TEAM.state,
  location: { kind: 'looking' },
  warnings: [],
}
