import type { Place } from '../../core/surroundings.ts'
import { leftToRight, timeOfDay } from '../../core/words/formats.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'

/** Where the person who is followed is; null while an extension is watched, whoever sits there. */
export function followedPersonLine(place: Place, words: Words): string | null {
  switch (place.kind) {
    case 'fixed':
      return null
    case 'looking':
      return words.team.place.looking
    case 'at':
      return words.team.place.at(leftToRight(place.extension))
    case 'several':
      return words.team.place.several(leftToRight(place.extension), place.extensions.length - 1)
    case 'nowhere':
      return words.team.place.nowhere(timeOfDay(place.since, words.locale))
  }
}
