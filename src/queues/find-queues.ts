import { foundIn } from '../../core/found-in.ts'
import type { WatchedQueue } from '../../core/surroundings.ts'

/** The queues whose name contains the text, or whose id it is; all of them without a text. */
export function findQueues(queues: readonly WatchedQueue[], text: string): readonly WatchedQueue[] {
  const isFound = foundIn(text)
  return queues.filter(({ id, name }) => id === text.trim() || isFound([name]))
}
