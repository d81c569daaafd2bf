import type { GuardedCall, GuardState, GuardWarning } from './guard-state.ts'
import type { GuardInput, GuardSettings, GuardStep } from './guard-step.ts'
import { raise, settle, type GuardWork } from './guard-work.ts'
import { restoreWarnings } from './restore-warnings.ts'
import { askMute, takeAnswer } from './mute-request.ts'
import { takeSnapshot, warnLongMute } from './take-snapshot.ts'

/**
 * The recording guard: state and input give new state and effects. A mute or unmute is shown as requested, then as
 * confirmed by a snapshot that was requested after it; what the snapshot says is always the truth.
 */
export function stepGuard(state: GuardState, input: GuardInput, settings: GuardSettings): GuardStep {
  const { nextId, warnings } = state
  const work: GuardWork = { at: input.at, settings, nextId, warnings, raised: [], commands: [], spans: [] }
  const next = become(state, input, work)
  const { commands, raised, spans } = work
  return { state: { ...next, warnings: work.warnings, nextId: work.nextId }, commands, raised, spans }
}

/** When the guard needs its next `tick`, epoch ms; null when nothing waits for one. */
export function nextGuardTick({ calls }: GuardState, settings: GuardSettings): number | null {
  const due = calls.flatMap(({ span, longReported }) =>
    span === null || longReported ? [] : [span.from + settings.mutedTooLongMs],
  )
  return due.length === 0 ? null : Math.min(...due)
}

function become(state: GuardState, input: GuardInput, work: GuardWork): GuardState {
  switch (input.kind) {
    case 'snapshot':
      return takeSnapshot(state, input.calls, input.requestedAt, work)
    case 'ask':
      return ask(state, input.call, input.muted, work)
    case 'answered':
      return {
        ...state,
        calls: state.calls.map((call) =>
          call.flight?.id === input.id ? takeAnswer(call, input.outcome, work) : call,
        ),
      }
    case 'fix':
      return fix(state, input.id, work)
    case 'dismiss':
      dismiss(input.id, work)
      return state
    case 'unwatched':
      return leave(state, work)
    case 'restored':
      return restoreWarnings(state, input.found, work)
    case 'tick':
      return { ...state, calls: state.calls.map((call) => warnLongMute(call, work)) }
  }
}

function ask(state: GuardState, key: GuardedCall['key'], muted: boolean, work: GuardWork): GuardState {
  if (!state.calls.some((call) => call.key === key)) {
    raise(
      work,
      { key, phone: null },
      { kind: 'refused', muted, why: { kind: 'no-such-call' }, remedy: { do: 'acknowledge' } },
    )
    return state
  }
  const calls = state.calls.map((call) => (call.key === key ? askMute(call, muted, work) : call))
  // An agent who resumes recording doesn't want the next call muted.
  return { ...state, calls, carriedUntil: muted ? state.carriedUntil : null }
}

function fix(state: GuardState, id: number, work: GuardWork): GuardState {
  const warning = dismiss(id, work)
  if (warning === null) return state
  switch (warning.remedy.do) {
    case 'mute':
    case 'unmute':
      return ask(state, warning.remedy.call, warning.remedy.do === 'mute', work)
    case 'acknowledge':
      return { ...state, carriedUntil: null }
  }
}

function dismiss(id: number, work: GuardWork): GuardWarning | null {
  const warning = work.warnings.find((one) => one.id === id) ?? null
  work.warnings = work.warnings.filter((one) => one !== warning)
  return warning
}

/**
 * The calls are no longer watched: unconfirmed requests and calls left muted are reported, and the state is cleared.
 * Spans are not ended, since their end wasn't seen: one that still lasts when its call is found again continues.
 */
function leave(state: GuardState, work: GuardWork): GuardState {
  for (const call of state.calls) leaveCall(call, state.lastSnapshotAt ?? work.at, work)
  return { ...state, calls: [], carriedUntil: null, lastSnapshotAt: null, isFresh: true }
}

function leaveCall(call: GuardedCall, lastSeenAt: number, work: GuardWork): void {
  const { key, span, pending } = call
  settle(work, key, 'muted-too-long', 'recorded-again', 'refused', 'unconfirmed')
  const remedy = { do: 'acknowledge' } as const
  if (span !== null) {
    const to = Math.max(span.from, Math.min(lastSeenAt, work.at))
    raise(work, call, { kind: 'left-muted', from: span.from, to, remedy })
  }
  if (pending === null) return
  const why = { kind: 'unreachable', why: 'aborted' } as const
  raise(work, call, { kind: 'unconfirmed', muted: pending.muted, why, remedy })
}
