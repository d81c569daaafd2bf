import type { Place } from '../../core/surroundings.ts'
import { leftToRight, timeOfDay } from '../../core/words/formats.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'

/** Where the followed person is; null while an extension is watched, whoever is logged in there. */
export function followedPersonLine(position: Place, words: Words): string | null {
  switch (position.kind) {
    case 'fixed':
      return null
    case 'looking':
      return words.team.place.looking
    case 'at':
      return words.team.place.at(leftToRight(position.extension))
    case 'several':
      return words.team.place.several(leftToRight(position.extension), position.extensions.length - 1)
    case 'nowhere':
      return words.team.place.nowhere(timeOfDay(position.since, words.locale))
  }
}
