import type { Waited } from '../../core/domain.ts'
import { isolated } from '../../core/words/formats.ts'
import type { StartWords as Words } from '../../core/words/words.ts'
import { shownText } from '../parts/shown-text.ts'

/** The line of a caller who waited in a queue before, such as `waited 1 min 52 s in Sales`. */
export const waitedLine = ({ queue, seconds }: Waited, words: Words): string =>
  words.call.waited(words.times.duration(seconds), isolated(shownText(queue)))
