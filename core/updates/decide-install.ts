import type { Connection } from '../connection.ts'
import type { AgentState } from '../domain.ts'
import type { Settings } from '../settings/settings.ts'
import type { InstallWait } from './update-state.ts'

/** What counts when an update is ready. */
export interface InstallQuestion {
  readonly watch: Pick<AgentState, 'calls' | 'connection'>
  /** When the last call was gone; null when none was seen since the start. Epoch ms, as `now`. */
  readonly lastCallEndedAt: number | null
  readonly now: number
  /** Minutes since midnight on this computer. */
  readonly minuteOfDay: number
  readonly settings: Pick<Settings, 'updateWhen' | 'updateTime'>
  /** The person asked for it now. */
  readonly asked: boolean
  /** The program is about to end. */
  readonly quitting: boolean
  /** Installing this version was begun before, and came to nothing. */
  readonly tried: boolean
}

export type InstallDecision =
  | { readonly kind: 'install'; readonly restart: boolean }
  | { readonly kind: 'wait'; readonly why: InstallWait }

export const QUIET_MS = 3 * 60_000 // after a call: notes are written, and the caller may ring again
export const NIGHT_MINUTES = 120 // a computer that wakes later than this waits for the next night

/**
 * Whether to install now. Never while a call is live, nor while nobody knows whether one is, nor right after one;
 * a version that failed once only by hand.
 */
export function decideInstall(question: InstallQuestion): InstallDecision {
  const { asked, quitting, tried, settings } = question
  const hindrance = hindranceOf(question)
  if (hindrance !== null) return { kind: 'wait', why: hindrance }
  if (asked) return { kind: 'install', restart: !quitting }
  if (tried) return { kind: 'wait', why: 'person' }
  if (settings.updateWhen === 'quit')
    return quitting ? { kind: 'install', restart: false } : { kind: 'wait', why: 'quit' }
  return isNight(question) ? { kind: 'install', restart: !quitting } : { kind: 'wait', why: 'night' }
}

/** What stands against it, whatever was asked or set. */
function hindranceOf(question: InstallQuestion): InstallWait | null {
  const { watch, lastCallEndedAt, now, asked } = question
  if (watch.calls.length > 0) return 'call'
  // The clock may have been set back: then it is not known how long ago the call was.
  const since = lastCallEndedAt === null ? null : now - lastCallEndedAt
  if (since !== null && since < QUIET_MS) return 'after-call'
  // Who asks by hand sits at the phone and knows.
  return asked || isSure(watch.connection) ? null : 'not-sure'
}

/** Whether "no call" is known: seen just now, or nobody is watched. */
const isSure = (connection: Connection): boolean =>
  connection.kind === 'live' || (connection.kind === 'paused' && connection.why === 'no-account')

function isNight({ minuteOfDay, settings }: InstallQuestion): boolean {
  const [hours = 0, minutes = 0] = settings.updateTime.split(':').map(Number)
  return (minuteOfDay - (hours * 60 + minutes) + DAY_MINUTES) % DAY_MINUTES < NIGHT_MINUTES
}

const DAY_MINUTES = 24 * 60
