import type { AgentState, Call, CallEvent, Outcome } from '../../../core/domain.ts'
import { seenCall } from '../../../core/testing/seen.ts'
import type { ShownAlert, Step } from '../step.ts'
import type { Taken, TakenStep } from '../taken-step.ts'
import { legId, type View, type ViewedCall } from '../view.ts'

export const START = Date.UTC(2026, 0, 15, 8)

/** A call that a body shows, ringing since the start unless overridden. */
export function viewedCall(ivrid: string, change: Partial<ViewedCall> = {}): ViewedCall {
  const startedAt = change.startedAt ?? START
  const ids = { key: `SIPSIP2/${ivrid}`, ivrid, leg: legId('SIPSIP2', ivrid, startedAt) }
  const { phone, name } = seenCall({ ivrid })
  const party = { phone: phone.received, name }
  return { ...ids, ...party, word: 'Ringing', startedAt, answeredAt: null, muted: false, ...change }
}

/** What a body shows at `at` for an extension with these calls, logged in as Dana Levi. */
export function view(at: number, calls: readonly ViewedCall[], change: Partial<View> = {}): View {
  return {
    ...{ requestedAt: at - 60, takenAt: at - 30, fresh: true, whole: true, extension: 'SIPSIP2' },
    ...{ status: 1, representative: 'Dana Levi', onlineUserId: 7, calls },
    ...change,
  }
}

/** A good response about the watched extension, at `at`, that shows these calls. */
export function good(at: number, ...calls: readonly ViewedCall[]): Extract<Taken, { kind: 'good' }> {
  return { kind: 'good', view: view(at, calls), colleagues: new Map(), passing: false }
}

/** A step of the first run, by a correct clock, in which nothing was done. */
export function step(at: number, what: Taken, change: Partial<TakenStep> = {}): TakenStep {
  return { ...rest(at), stay: change.run ?? 1, what, ...change }
}

/** The same, as recorded from the program. */
export function livedStep(at: number, what: Step['what'], change: Partial<Step> = {}): Step {
  return { ...rest(at), what, ...change }
}

function rest(at: number): Omit<Step, 'what'> {
  const connection = { kind: 'live' } as const
  const state: AgentState = { agent: null, calls: [], connection, lastGoodAt: at, clock: null }
  const status = { kind: 'off' } as const
  const done = { status, alerts: [], withdrawn: [], events: [], missed: [], recordings: {}, died: false }
  return { at, computerAt: at, run: 1, state, location: { kind: 'fixed', extension: 'SIPSIP2' }, ...done }
}

export const ringAlert = (ivrid: string, id = `ring-${ivrid}`): ShownAlert => ({
  id,
  kind: 'ring',
  call: `SIPSIP2/${ivrid}`,
})

/** A call in the form in which the program knows it. */
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

export function ended(ivrid: string, at: number, outcome: Outcome, talkSeconds = 0): CallEvent {
  return { type: 'ended', at, call: knownCall(ivrid), outcome, talkSeconds }
}
