import type { CallEvent, MissedCall, Phone } from '../domain.ts'
import { MAX_MISSED } from '../limits.ts'
import { callerKey } from '../phone/caller-key.ts'

/**
 * The missed calls after these events, newest first; the same list when they change nothing. Once a caller is spoken
 * to, their calls count as seen. `blind`: the span without responses that these events ended, epoch ms.
 */
export function addMissed(
  missed: readonly MissedCall[],
  events: readonly CallEvent[],
  blind?: { readonly from: number },
): readonly MissedCall[] {
  let next = missed
  for (const event of events) {
    if (event.type === 'answered') next = spokenTo(next, event.call.phone)
    if (event.type !== 'ended' || event.outcome !== 'missed') continue
    const { key, ivrid, phone, name, did, direction, startedAt } = event.call
    const one = { key, ivrid, phone, name, did, direction, startedAt, ...endOf(event, blind), seen: false }
    next = [one, ...next].slice(0, MAX_MISSED)
  }
  return next
}

/** A ring whose end wasn't seen ended when it was last seen, as in the journal. */
function endOf(
  { at, call }: CallEvent,
  blind: { readonly from: number } | undefined,
): Pick<MissedCall, 'endedAt' | 'endSeen'> {
  if (blind === undefined) return { endedAt: at }
  return { endedAt: Math.min(at, Math.max(call.startedAt, blind.from)), endSeen: false }
}

/** All marked as seen; the same list when they already were. */
export function markSeen(missed: readonly MissedCall[]): readonly MissedCall[] {
  return missed.every((one) => one.seen) ? missed : missed.map((one) => ({ ...one, seen: true }))
}

function spokenTo(missed: readonly MissedCall[], phone: Phone): readonly MissedCall[] {
  const caller = callerKey(phone)
  if (caller === null) return missed
  const isTheirs = (one: MissedCall): boolean => !one.seen && callerKey(one.phone) === caller
  return missed.some(isTheirs) ? missed.map((one) => (isTheirs(one) ? { ...one, seen: true } : one)) : missed
}
