import { isPlacedHere } from '../call-phase.ts'
import type { Call } from '../domain.ts'

/** The moments of a call at which the endpoint is called, in their order. */
export const POPUP_PHASES = ['ringing', 'talking', 'hangup'] as const
export type PopupPhase = (typeof POPUP_PHASES)[number]

/** Whether `one` comes after `other` in a call; any phase comes after none. */
export const isLater = (one: PopupPhase, other: PopupPhase | undefined): boolean =>
  other === undefined || POPUP_PHASES.indexOf(one) > POPUP_PHASES.indexOf(other)

/**
 * The moment that a live call is at. Null while there is none to report: the call is being dialled, the agent listens
 * in on a colleague's, or its ring may be an older response, repeated.
 */
export function popupPhase({ phase, direction, connected, ringInDoubt }: Call): PopupPhase | null {
  if (direction === 'spy') return null
  if (phase !== 'ringing') return connected ? 'talking' : null
  return isPlacedHere(direction) || ringInDoubt === true ? null : 'ringing'
}
