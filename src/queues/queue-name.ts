import type { WatchedQueue } from '../../core/surroundings.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'
import { shownText } from '../parts/shown-text.ts'

/** A queue's name, or its id if it has none. */
export const queueName = ({ id, name }: Pick<WatchedQueue, 'id' | 'name'>, words: Words): string =>
  shownText(name) || words.queues.unnamed(id)
