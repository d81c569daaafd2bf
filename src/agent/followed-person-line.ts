import type { AgentLocation } from '../../core/surroundings.ts'
import { leftToRight, timeOfDay } from '../../core/words/formats.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'

/** Where the followed person is; null while an extension is watched, whoever is logged in there. */
export function followedPersonLine(position: AgentLocation, words: Words): string | null {
  switch (position.kind) {
    case 'fixed':
      return null
    case 'looking':
      return words.team.location.looking
    case 'at':
      return words.team.location.at(leftToRight(position.extension))
    case 'several':
      return words.team.location.several(leftToRight(position.extension), position.extensions.length - 1)
    case 'nowhere':
      return words.team.location.nowhere(timeOfDay(position.since, words.locale))
  }
}
