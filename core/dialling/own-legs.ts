import { isPlacedHere } from '../call-phase.ts'
import type { CallKey, Direction, Phone, ReadCall } from '../domain.ts'
import { callerKey } from '../phone/caller-key.ts'

/** A call that was placed, whose own leg is expected on the extension. */
export interface ExpectedLeg {
  /** The dial's id. */
  readonly id: string
  readonly extension: string
  /** As it was sent. */
  readonly target: string
  /** The id that the API gave the call; null before the answer. */
  readonly callId: string | null
  readonly sentAt: number
  /** Calls that were on the extension before. */
  readonly before: readonly CallKey[]
}

/** From the request to the end of the agent's own ring, which lasts a minute at most, and the answer's way. */
export const EXPECTED_MS = 90_000

/** A number or SIP code in the form in which it is sent. */
const targetOf = (phone: Phone): string | null =>
  phone.kind === 'name' ? phone.received : (callerKey(phone)?.replace(/^\+/, '') ?? null)

type Leg = Pick<ReadCall, 'key' | 'extension' | 'ivrid' | 'direction' | 'phone'>

/**
 * Whether a call is the one that was placed. Its id says so, and so does a direction that only a call placed here has; where the
 * direction is unknown, its number has to. An incoming call is a caller's, whatever its number: they may be calling
 * back at this moment.
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
 * A call with the direction that it has for this phone: one that was placed is no caller's ring, whatever the response says of it. The
 * same object where nothing changes.
 */
export function withDirection(call: ReadCall, expected: readonly ExpectedLeg[]): ReadCall {
  const isOwn = !isPlacedHere(call.direction) && expected.some((leg) => isPlaced(call, leg))
  return isOwn ? { ...call, direction: 'click-to-call' } : call
}
