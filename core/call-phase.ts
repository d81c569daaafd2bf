import type { Phase } from './domain.ts'

/** True while the two parties can hear, or could hear, each other. */
export const isConnected = (phase: Phase, answered: boolean): boolean =>
  phase === 'talking' || phase === 'held' || (phase === 'other' && answered)

/** True while nobody has answered yet. */
export const isUnanswered = (phase: Phase): phase is 'ringing' | 'dialing' =>
  phase === 'ringing' || phase === 'dialing'
