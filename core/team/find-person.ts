import { dequal } from 'dequal'
import type { SeenExtension } from '../domain.ts'
import type { AgentLocation } from '../surroundings.ts'

/**
 * Where a person is according to a response about everyone that arrived `at` (epoch ms by this computer's clock). At
 * several extensions the watched one stays, unless another rings; the same object while nothing changed.
 */
export function findPerson(
  before: AgentLocation,
  answer: readonly SeenExtension[],
  userId: number,
  at: number,
): AgentLocation {
  const desks = answer.filter(({ onlineUserId }) => onlineUserId === userId)
  const extensions = desks.map(({ extension }) => extension)
  const watched = watchedExtension(before)
  const stays = desks.find(({ extension }) => extension === watched)
  const rings = desks.find(({ calls }) => calls.some(({ phase }) => phase === 'ringing'))
  const idle = stays === undefined || stays.calls.length === 0
  const chosen = (idle ? (rings ?? stays) : stays) ?? desks[0]
  if (chosen === undefined) return before.kind === 'nowhere' ? before : { kind: 'nowhere', since: at }
  const { extension } = chosen
  const since = extension === watched && 'since' in before ? before.since : at
  const now: AgentLocation =
    extensions.length === 1
      ? { kind: 'at', extension, since }
      : { kind: 'several', extension, extensions, since }
  return dequal(before, now) ? before : now
}

/** The extension to watch in this case; null for none. */
export function watchedExtension(location: AgentLocation): string | null {
  switch (location.kind) {
    case 'fixed':
    case 'at':
    case 'several':
      return location.extension
    case 'looking':
    case 'nowhere':
      return null
  }
}
