import { isPlacedHere } from '../call-phase.ts'
import type { CallKey, Direction, Phone, ReadCall } from '../domain.ts'
import { callerKey } from '../phone/caller-key.ts'

/** A placed call whose own leg is expected on the extension. */
export interface ExpectedLeg {
  /** The dial's id. */
  readonly id: string
  readonly extension: string
  /** As it was sent. */
  readonly target: string
  /** The id that the API assigned to the call; null before the response. */
  readonly callId: string | null
  readonly sentAt: number
  /** Calls that were on the extension before. */
  readonly before: readonly CallKey[]
}

/** From the request until the agent's own phone stops ringing (a minute at most), plus the time of the response. */
export const EXPECTED_MS = 90_000

/** A number or SIP code in the form that is sent. */
const targetOf = (phone: Phone): string | null =>
  phone.kind === 'name' ? phone.received : (callerKey(phone)?.replace(/^\+/, '') ?? null)

type Leg = Pick<ReadCall, 'key' | 'extension' | 'ivrid' | 'direction' | 'phone'>

/**
 * Whether a call is the placed one: by its id, or by a direction that only placed calls have; if the direction is
 * unknown, by its number. An incoming call is always a caller's, whatever its number: they may be calling back at this
 * moment.
 */
export function isPlaced(call: Leg, { extension, target, callId, before }: ExpectedLeg): boolean {
  if (call.extension !== extension) return false
  if (callId !== null && call.ivrid === callId) return true
  if (before.includes(call.key)) return false
  if (call.direction === 'click-to-call') return true
  return MAYBE_PLACED.has(call.direction) && targetOf(call.phone) === target
}

const MAYBE_PLACED: ReadonlySet<Direction> = new Set(['outgoing', 'unknown'])

/**
 * The call with its direction from the agent's point of view: a placed call is never a caller's ring, whatever the
 * response says. The same object if nothing changes.
 */
export function withDirection(call: ReadCall, expected: readonly ExpectedLeg[]): ReadCall {
  const isOwn = !isPlacedHere(call.direction) && expected.some((leg) => isPlaced(call, leg))
  return isOwn ? { ...call, direction: 'click-to-call' } : call
}
