import type { GuardedCall, GuardState } from './guard-state.ts'
import { raise, settle } from './guard-work.ts'
import type { GuardWork } from './guard-work.ts'

/**
 * The calls are no longer watched: unconfirmed requests and calls left muted are reported, and the state is cleared.
 * Spans are not ended, since their end wasn't seen: one that still lasts when its call is found again continues.
 */
export function leave(state: GuardState, work: GuardWork): GuardState {
  for (const call of state.calls) leaveCall(call, state.lastSnapshotAt ?? work.at, work)
  return { ...state, calls: [], carriedUntil: null, lastSnapshotAt: null, isFresh: true }
}

function leaveCall(call: GuardedCall, lastSeenAt: number, work: GuardWork): void {
  const { key, span, pending } = call
  settle(work, key, 'muted-too-long', 'recorded-again', 'refused', 'unconfirmed')
  const remedy = { do: 'acknowledge' } as const
  if (span !== null) {
    const to = Math.max(span.from, Math.min(lastSeenAt, work.at))
    raise(work, call, { kind: 'left-muted', from: span.from, to, remedy })
  }
  if (pending === null) return
  const why = { kind: 'unreachable', why: 'aborted' } as const
  raise(work, call, { kind: 'unconfirmed', muted: pending.muted, why, remedy })
}
