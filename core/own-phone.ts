import type { Agent } from './domain.ts'
import type { Settings } from './settings/settings.ts'
import type { AgentLocation } from './surroundings.ts'

/** The extension that the agent may act on, and their user id. */
export type OwnPhone =
  | { readonly kind: 'own'; readonly extension: string; readonly userId: number }
  | { readonly kind: 'none'; readonly why: NoOwnPhone }

/**
 * `not-known`: there is no response yet, or it isn't known where the agent is. `nowhere`: they aren't logged in
 * anywhere, and no policy says which extension is theirs. `maybe-colleague`: the organisation masks colleagues'
 * numbers, and the watched extension may be a colleague's. `somebody-else`: another person is logged in there.
 * `no-person`: the response says neither who is logged in nor who owns the extension.
 */
export type NoOwnPhone = 'not-known' | 'nowhere' | 'maybe-colleague' | 'somebody-else' | 'no-person'

export interface OwnPhoneFacts {
  /** The person who is followed; null if an extension is watched. */
  readonly followed: number | null
  /** Whether the organisation's policy says that the watched extension or person is the agent's own. */
  readonly isOwnByPolicy: boolean
  readonly masked: boolean
  readonly location: AgentLocation
  /** The watched extension as last seen; null before the first response. */
  readonly agent: Pick<Agent, 'extension' | 'userId' | 'onlineUserId'> | null
  /**
   * The extension where this person was last seen logged in; null if none yet. Someone who logged out here may log in
   * again.
   */
  readonly seenAt: string | null
}

/**
 * Which extension the agent may act on: the one where the followed person is logged in, otherwise the one that a policy
 * fixes. Never one where someone else is logged in, unless the policy says that it is the agent's.
 */
export function ownPhone(facts: OwnPhoneFacts): OwnPhone {
  const { agent } = facts
  if (facts.masked) return none('maybe-colleague')
  if (agent === null) return none('not-known')
  return facts.followed === null ? atDesk(facts, agent) : ofPerson(facts.followed, facts, agent)
}

const none = (why: NoOwnPhone): OwnPhone => ({ kind: 'none', why })

type Desk = NonNullable<OwnPhoneFacts['agent']>

/** If they are logged in nowhere: the last extension where they were, whichever one is watched meanwhile. */
function ofPerson(
  userId: number,
  { location, seenAt }: OwnPhoneFacts,
  { extension, onlineUserId }: Desk,
): OwnPhone {
  if (location.kind === 'nowhere')
    return seenAt === null ? none('nowhere') : { kind: 'own', extension: seenAt, userId }
  const isThere = (location.kind === 'at' || location.kind === 'several') && location.extension === extension
  if (!isThere) return none('not-known')
  return onlineUserId === userId ? { kind: 'own', extension, userId } : none('somebody-else')
}

function atDesk({ isOwnByPolicy, seenAt }: OwnPhoneFacts, { extension, ...desk }: Desk): OwnPhone {
  const { userId = 0, onlineUserId = 0 } = desk
  const person = onlineUserId === 0 ? userId : onlineUserId
  if (person === 0) return none('no-person')
  const own: OwnPhone = { kind: 'own', extension, userId: person }
  if (isOwnByPolicy) return own
  // If no policy fixes it: only its owner may act on it, and after logging out only if they were seen there.
  if (onlineUserId === 0) return seenAt === extension ? own : none('nowhere')
  return onlineUserId === userId ? own : none('somebody-else')
}

/**
 * The extension for placing and ending calls: the agent's own while they are logged in there, or the one that a policy
 * fixes, whoever is logged in. Null if there is none.
 */
export function phoneInUse(facts: Omit<OwnPhoneFacts, 'seenAt'>): string | null {
  const own = ownPhone({ ...facts, seenAt: null })
  if (own.kind === 'own') return own.extension
  return own.why === 'no-person' && facts.isOwnByPolicy ? (facts.agent?.extension ?? null) : null
}

/** The person who is followed; null where an extension is watched. */
export const followedPerson = ({ watch, wideView }: Pick<Settings, 'watch' | 'wideView'>): number | null =>
  watch.kind === 'person' && wideView ? watch.userId : null

/** The extension where this person is logged in now, for `seenAt`; null if none. */
export function loggedInAt({ followed, agent }: Pick<OwnPhoneFacts, 'followed' | 'agent'>): string | null {
  const { onlineUserId = 0, userId = 0, extension = null } = agent ?? {}
  return onlineUserId !== 0 && onlineUserId === (followed ?? userId) ? extension : null
}
