import type { SeenExtension, StatusWord } from '../domain.ts'
import type { LoginWarning } from '../surroundings.ts'
import { isSomebodyElse } from './logged-in.ts'

/** Statuses in which no call should come. */
const AWAY: ReadonlySet<StatusWord> = new Set(['lunch', 'private', 'training', 'team-meeting', 'brief'])

/** Likely problems at the watched extension. A followed person is never someone else there. */
export function loginWarnings(seen: SeenExtension, isFollowed: boolean): readonly LoginWarning[] {
  const warnings: LoginWarning[] = []
  const { extension, representative, status } = seen
  if (!isFollowed && isSomebodyElse(seen))
    warnings.push({ kind: 'somebody-else', extension, name: representative })
  if (AWAY.has(status.word) && seen.calls.some(({ phase }) => phase === 'ringing'))
    warnings.push({ kind: 'rings-while-away', status })
  return warnings
}
