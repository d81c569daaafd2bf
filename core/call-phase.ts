import type { Call, Direction, Phase } from './domain.ts'

/** True while the call is connected, on hold or not. */
export const isConnected = (phase: Phase, answered: boolean): boolean =>
  phase === 'talking' || phase === 'held' || (phase === 'other' && answered)

/** True while nobody has answered yet. */
export const isUnanswered = (phase: Phase): phase is 'ringing' | 'dialing' =>
  phase === 'ringing' || phase === 'dialing'

/** The phase that was last reported: an undocumented word interrupts it but doesn't end it. */
export const reportedPhase = ({ phase, interrupted }: Pick<Call, 'phase' | 'interrupted'>): Phase =>
  interrupted?.phase ?? phase

/** True for a call placed from this phone: dialled by the agent, or listening in on a colleague's. */
export const isPlacedHere = (direction: Direction): boolean =>
  direction === 'outgoing' || direction === 'click-to-call' || direction === 'spy'

/** The phase of a call here: when the agent's own phone rings for a call placed here, that isn't a caller's ring. */
export const phaseHere = (phase: Phase, direction: Direction): Phase =>
  phase === 'ringing' && isPlacedHere(direction) ? 'dialing' : phase
