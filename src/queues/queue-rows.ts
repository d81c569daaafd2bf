import type { QueueCaller, WatchedQueue } from '../../core/surroundings.ts'

/** A line of the queues' list. `last`: the last one of its queue. */
export type QueueRow = { readonly key: string; readonly last: boolean } & (
  | { readonly kind: 'queue'; readonly queue: WatchedQueue }
  | { readonly kind: 'caller'; readonly queue: WatchedQueue; readonly caller: QueueCaller }
  /** The number of callers too many to be listed. */
  | { readonly kind: 'more'; readonly count: number }
)

/**
 * All queues as one list of lines, queues with waiting callers first. Keys are unique, whatever the ids. Those in
 * `collapsed`, by id, have only the line of the queue itself.
 */
export function queueRows(
  queues: readonly WatchedQueue[],
  collapsed: ReadonlySet<string> = new Set(),
): readonly QueueRow[] {
  const waited = queues.filter(({ waiting }) => waiting > 0)
  const empty = queues.filter(({ waiting }) => waiting === 0)
  return [...waited, ...empty].flatMap((queue) =>
    collapsed.has(queue.id) ? [{ kind: 'queue', key: queue.id, queue, last: true }] : rowsOf(queue),
  )
}

function rowsOf(queue: WatchedQueue): readonly QueueRow[] {
  const known = new Set<string>()
  const more = queue.waiting - queue.callers.length
  const end = queue.callers.length - 1
  const callers = queue.callers.map((caller, index): QueueRow => {
    const own = caller.callId !== '' && !known.has(caller.callId)
    known.add(caller.callId)
    const key = `${queue.id}/${own ? caller.callId : `#${index}`}`
    return { kind: 'caller', key, queue, caller, last: more <= 0 && index === end }
  })
  return [
    { kind: 'queue', key: queue.id, queue, last: callers.length === 0 && more <= 0 },
    ...callers,
    ...(more > 0 ? [{ kind: 'more' as const, key: `${queue.id}/…`, count: more, last: true }] : []),
  ]
}
