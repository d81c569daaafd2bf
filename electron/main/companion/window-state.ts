import { dequal } from 'dequal'
import { CALL_LOG_OFF } from '../../../core/call-log/call-log-view.ts'
import type { WindowState } from '../../../core/contract.ts'
import type { CurrentSession } from '../session/current-session.ts'
import type { SurroundingsState } from '../../../core/session/surroundings.ts'

/** The window's state before anything is watched. */
export const initialState = (watch: Pick<CurrentSession, 'state' | 'surroundings'>): WindowState => ({
  revision: 0,
  watch: watch.state(),
  pollGapSeconds: null,
  missed: [],
  alertsPausedUntil: null,
  alertsWithheld: 0,
  demo: false,
  stories: {},
  callers: {},
  callNotes: {},
  journalTrouble: null,
  problem: { kind: 'idle', file: null },
  recordings: {},
  recordingWarnings: [],
  dialling: { from: null, hangsUp: null, dial: null, hangUp: null },
  status: { kind: 'off' },
  callLog: CALL_LOG_OFF,
  ...onScreen(watch.surroundings()),
})

/** The window's view of queues, location and warnings; the team is sent separately, row by row. */
export const onScreen = ({ queues, location, warnings }: SurroundingsState) => ({
  queues,
  location,
  warnings,
})

/** Equal on screen: the time of the last successful response is not shown while all is well. */
export function looksSame(one: WindowState, other: WindowState): boolean {
  return dequal(timeless(one), timeless(other))
}

const timeless = (state: WindowState): WindowState => ({
  ...state,
  watch: { ...state.watch, lastGoodAt: null },
  queues: { ...state.queues, lastGoodAt: null },
})
