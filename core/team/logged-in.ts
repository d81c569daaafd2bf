import type { SeenExtension } from '../domain.ts'

type LoggedIn = Pick<SeenExtension, 'owner' | 'userId' | 'representative' | 'onlineUserId'>

/** True if the logged-in user isn't the one to whom the extension belongs. */
export const isSomebodyElse = ({ userId = 0, onlineUserId }: LoggedIn): boolean =>
  onlineUserId !== 0 && userId !== 0 && onlineUserId !== userId

/** The name of the person who is logged in, or was last; empty if that isn't the owner and no response named them. */
export const nameLoggedIn = (seen: LoggedIn): string =>
  seen.representative || (isSomebodyElse(seen) ? '' : seen.owner)
