import type { SeenExtension, StatusWord } from '../domain.ts'
import type { LoginWarning } from '../surroundings.ts'

/** Statuses in which no call should come. */
const AWAY: ReadonlySet<StatusWord> = new Set(['lunch', 'private', 'training', 'team-meeting', 'brief'])

/** Away from the phone, by the status that the agent has set. */
const isAway = (word: StatusWord): boolean => AWAY.has(word)

/** Likely problems at the watched extension. A followed person is never someone else there. */
export function loginWarnings(seen: SeenExtension, isFollowed: boolean): readonly LoginWarning[] {
  const warnings: LoginWarning[] = []
  const { extension, userId = 0, onlineUserId, representative, status } = seen
  if (!isFollowed && onlineUserId !== 0 && userId !== 0 && onlineUserId !== userId)
    warnings.push({ kind: 'somebody-else', extension, name: representative })
  if (isAway(status.word) && seen.calls.some(({ phase }) => phase === 'ringing'))
    warnings.push({ kind: 'rings-while-away', status })
  return warnings
}
