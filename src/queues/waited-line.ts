import type { Waited } from '../../core/domain.ts'
import { isolated, leftToRight, timer } from '../../core/words/formats.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'
import { shownText } from '../parts/shown-text.ts'

/** The line of a caller who waited in a queue before, such as `waited 1:52 in Sales`. */
export const waitedLine = ({ queue, seconds }: Waited, words: Words): string =>
  words.queues.waited(leftToRight(timer(seconds * 1000)), isolated(shownText(queue)))
