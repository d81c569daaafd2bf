import type { Call, Waited } from '../domain.ts'
import type { QueuesState } from '../surroundings.ts'

/** Callers who were seen waiting, by call id, until they must have come through or hung up. */
export type WaitingMemory = ReadonlyMap<string, Waiting>

export interface Waiting {
  readonly queue: string
  readonly joinedAt: number
  readonly seenAt: number
}

export const NOBODY_WAITED: WaitingMemory = new Map()

const RETENTION_MS = 10 * 60_000 // a call comes through within seconds of leaving its queue; a transfer takes minutes
const MAX_KEPT = 5_000

/**
 * The memory after a response about queues that arrived `at` (epoch ms by this computer's clock); the oldest are
 * dropped first.
 */
export function rememberWaiting(memory: WaitingMemory, { queues }: QueuesState, at: number): WaitingMemory {
  const recent = [...memory].filter(([, { seenAt }]) => at - seenAt <= RETENTION_MS)
  const next = new Map(recent)
  for (const { id, name, callers } of queues) {
    for (const { callId, joinedAt } of callers) {
      if (callId === '') continue
      next.delete(callId)
      next.set(callId, { queue: name || id, joinedAt, seenAt: at })
    }
  }
  return next.size <= MAX_KEPT ? next : new Map([...next].slice(-MAX_KEPT))
}

/** Where the caller of a call waited, until it started here; null when they weren't seen waiting. A returned value stays the same. */
export function waitedOf(memory: WaitingMemory, call: Call): Waited | null {
  if (call.waited !== undefined) return call.waited
  const waiting = memory.get(call.ivrid)
  if (waiting === undefined || call.direction === 'outgoing') return null
  const until = call.startedAt > waiting.joinedAt ? call.startedAt : waiting.seenAt
  return { queue: waiting.queue, seconds: Math.max(0, Math.round((until - waiting.joinedAt) / 1000)) }
}
