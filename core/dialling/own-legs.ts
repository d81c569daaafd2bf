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
 * Whether a call is the placed one. `sure`: by its id, or by its number where the direction allows it. `likely`: only by a
 * direction that placed calls have, and it may be another of them. An incoming call is always a caller's, whatever its
 * number: they may be calling back at this moment.
 */
export function placedMatch(
  call: Leg,
  { extension, target, callId, before }: ExpectedLeg,
): 'sure' | 'likely' | null {
  if (call.extension !== extension) return null
  if (callId !== null && call.ivrid === callId) return 'sure'
  if (before.includes(call.key) || !MAYBE_PLACED.has(call.direction)) return null
  if (targetOf(call.phone) === target) return 'sure'
  return call.direction === 'click-to-call' ? 'likely' : null
}

const MAYBE_PLACED: ReadonlySet<Direction> = new Set(['outgoing', 'click-to-call', 'unknown'])

/**
 * The call with its direction from the agent's point of view: a placed call is never a caller's ring, whatever the
 * response says. The same object if nothing changes.
 */
export function withDirection(call: ReadCall, expected: readonly ExpectedLeg[]): ReadCall {
  const isOwn = !isPlacedHere(call.direction) && expected.some((leg) => placedMatch(call, leg) !== null)
  return isOwn ? { ...call, direction: 'click-to-call' } : call
}
