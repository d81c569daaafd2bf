import type { CallEvent, MissedCall } from '../domain.ts'

const MAX_MISSED = 50 // a list to call back from; older ones are history

/** The missed calls after these events, newest first; the same list when there is none among them. */
export function addMissed(
  missed: readonly MissedCall[],
  events: readonly CallEvent[],
): readonly MissedCall[] {
  const added = events
    .filter((event) => event.type === 'ended' && event.outcome === 'missed')
    .map(({ call, at }): MissedCall => ({ call, endedAt: at, seen: false }))
  return added.length === 0 ? missed : [...added.toReversed(), ...missed].slice(0, MAX_MISSED)
}

/** All of them seen; the same list when they were. */
export function markSeen(missed: readonly MissedCall[]): readonly MissedCall[] {
  return missed.every((one) => one.seen) ? missed : missed.map((one) => ({ ...one, seen: true }))
}
