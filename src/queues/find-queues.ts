import type { WatchedQueue } from '../../core/surroundings.ts'

/** The queues whose name holds the text, or whose id it is; all of them without one. */
export function findQueues(queues: readonly WatchedQueue[], text: string): readonly WatchedQueue[] {
  const part = text.trim().toLowerCase()
  return part === ''
    ? queues
    : queues.filter(({ id, name }) => id === part || name.toLowerCase().includes(part))
}
