import type { AgentState, Call, CallEvent, Outcome } from '../../../core/domain.ts'
import { seenCall } from '../../../core/testing/seen.ts'
import type { ShownAlert, Step } from '../step.ts'
import { legId, type View, type ViewedCall } from '../view.ts'

export const START = Date.UTC(2026, 0, 15, 8)

/** A call that a body shows, ringing since the start unless told otherwise. */
export function viewedCall(ivrid: string, change: Partial<ViewedCall> = {}): ViewedCall {
  const startedAt = change.startedAt ?? START
  return {
    ivrid,
    leg: legId(ivrid, startedAt),
    word: 'Ringing',
    startedAt,
    answeredAt: null,
    muted: false,
    ...change,
  }
}

/** A good answer at `at` that shows these calls. */
export function good(at: number, ...calls: readonly ViewedCall[]): { kind: 'good'; view: View } {
  const view = {
    askedAt: at - 60,
    takenAt: at - 30,
    fresh: true,
    status: 1,
    representative: 'Dana Levi',
    calls,
  }
  return { kind: 'good', view }
}

/** A step of the first run, by a clock that is right, in which nothing was done. */
export function step(at: number, what: Step['what'], change: Partial<Step> = {}): Step {
  const state: AgentState = {
    agent: null,
    calls: [],
    connection: { kind: 'live' },
    lastGoodAt: at,
    clock: null,
  }
  return {
    at,
    computerAt: at,
    run: 1,
    what,
    alerts: [],
    withdrawn: [],
    events: [],
    state,
    missed: [],
    ...change,
  }
}

export const ringAlert = (ivrid: string, id = `ring-${ivrid}`): ShownAlert => ({
  id,
  kind: 'ring',
  call: `SIPSIP2/${ivrid}`,
})

/** A call as the program knows it. */
export function knownCall(ivrid: string, change: Partial<Call> = {}): Call {
  return {
    ...seenCall({ ivrid }),
    startedAt: START,
    answeredAt: null,
    phaseSince: START,
    mutedSince: null,
    rangHere: true,
    connected: false,
    ...change,
  }
}

export function ended(
  ivrid: string,
  at: number,
  outcome: Exclude<Outcome, 'answered-elsewhere'>,
  talkSeconds = 0,
): CallEvent {
  return { type: 'ended', at, call: knownCall(ivrid), outcome, talkSeconds }
}
