import type { Call, Direction, Phase } from './domain.ts'

/** True while the two parties can hear, or could hear, each other. */
export const isConnected = (phase: Phase, answered: boolean): boolean =>
  phase === 'talking' || phase === 'held' || (phase === 'other' && answered)

/** True while nobody has answered yet. */
export const isUnanswered = (phase: Phase): phase is 'ringing' | 'dialing' =>
  phase === 'ringing' || phase === 'dialing'

/** The phase that was reported last: an undocumented word interrupts it and does not end it. */
export const reportedPhase = ({ phase, interrupted }: Pick<Call, 'phase' | 'interrupted'>): Phase =>
  interrupted?.phase ?? phase

/** True for a call that this phone began: dialled by the agent, or listening in on a colleague's. */
export const isPlacedHere = (direction: Direction): boolean =>
  direction === 'outgoing' || direction === 'click-to-call' || direction === 'spy'

/** The phase of a call here: the agent's own phone that rings for a call placed here is no caller's ring. */
export const phaseHere = (phase: Phase, direction: Direction): Phase =>
  phase === 'ringing' && isPlacedHere(direction) ? 'dialing' : phase
