import type { AgentLocation } from '../../core/surroundings.ts'
import { leftToRight, timeOfDay } from '../../core/words/formats.ts'
import type { StartWords as Words } from '../../core/words/words.ts'

/** Where the followed person is; null while an extension is watched, whoever is logged in there. */
export function followedPersonLine(position: AgentLocation, words: Words): string | null {
  switch (position.kind) {
    case 'fixed':
      return null
    case 'looking':
      return words.agent.location.looking
    case 'at':
      return words.agent.location.at(leftToRight(position.extension))
    case 'several':
      return words.agent.location.several(leftToRight(position.extension), position.extensions.length - 1)
    case 'nowhere':
      return words.agent.location.nowhere(timeOfDay(position.since, words.locale))
  }
}
