import type { Connection } from '../connection.ts'
import type { AgentState } from '../domain.ts'
import type { Settings } from '../settings/settings.ts'
import type { InstallWait } from './update-state.ts'

/** What the decision depends on when an update is ready. */
export interface InstallSituation {
  readonly watch: Pick<AgentState, 'calls' | 'connection'>
  /** When the last call ended; null when none was seen since the start. Epoch ms, as `now`. */
  readonly lastCallEndedAt: number | null
  readonly now: number
  /** Minutes since midnight on this computer. */
  readonly minuteOfDay: number
  readonly settings: Pick<Settings, 'updateWhen' | 'updateTime'>
  /** The user requested it now. */
  readonly asked: boolean
  /** The program is about to quit. */
  readonly quitting: boolean
  /** Installing this version was tried before, and failed. */
  readonly tried: boolean
}

export type InstallDecision =
  | { readonly kind: 'install'; readonly restart: boolean }
  | { readonly kind: 'wait'; readonly why: InstallWait }

export const QUIET_MS = 3 * 60_000 // after a call: notes are written, and the caller may ring again
export const NIGHT_MINUTES = 120 // a computer that wakes later than this waits for the next night

/**
 * Whether to install now. Never while a call is live or might be, nor right after one;
 * a version that failed once only on request.
 */
export function decideInstall(situation: InstallSituation): InstallDecision {
  const { asked, quitting, tried, settings } = situation
  const hindrance = hindranceOf(situation)
  if (hindrance !== null) return { kind: 'wait', why: hindrance }
  if (asked) return { kind: 'install', restart: !quitting }
  if (tried) return { kind: 'wait', why: 'person' }
  if (settings.updateWhen === 'quit')
    return quitting ? { kind: 'install', restart: false } : { kind: 'wait', why: 'quit' }
  return isNight(situation) ? { kind: 'install', restart: !quitting } : { kind: 'wait', why: 'night' }
}

/** What prevents it, whatever was requested or set. */
function hindranceOf(situation: InstallSituation): InstallWait | null {
  const { watch, lastCallEndedAt, now, asked } = situation
  if (watch.calls.length > 0) return 'call'
  // The clock may have been set back: then it is unknown how long ago the call was.
  const since = lastCallEndedAt === null ? null : now - lastCallEndedAt
  if (since !== null && since < QUIET_MS) return 'after-call'
  // A user who requests it knows whether there is a call.
  return asked || isSure(watch.connection) ? null : 'not-sure'
}

/** Whether it is certain which calls there are: the connection is live, or nothing is watched. */
const isSure = (connection: Connection): boolean =>
  connection.kind === 'live' || (connection.kind === 'paused' && connection.why === 'no-account')

function isNight({ minuteOfDay, settings }: InstallSituation): boolean {
  const [hours = 0, minutes = 0] = settings.updateTime.split(':').map(Number)
  return (minuteOfDay - (hours * 60 + minutes) + DAY_MINUTES) % DAY_MINUTES < NIGHT_MINUTES
}

const DAY_MINUTES = 24 * 60
