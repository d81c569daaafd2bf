import { isConnected, isPlacedHere, reportedPhase } from '../call-phase.ts'
import type { Call, Interrupted, SeenCall } from '../domain.ts'
import type { ClockBelief } from '../clock/api-clock.ts'
import { answerAt, answeredAfter, beganAt } from '../clock/call-times.ts'

/**
 * What is known about a call now: from the response, and from what was known `before`. `at` is when the response arrived;
 * `belief` converts the API's stamps to this computer's time; `requestedAt` is when the previous good response was
 * requested, null when there was no recent one.
 */
export function updateCall(
  before: Call | undefined,
  seen: SeenCall,
  at: number,
  belief: ClockBelief,
  requestedAt: number | null = null,
): Call {
  const { answeredApiSeconds, ...shown } = seen
  const sight = { at, belief, requestedAt }
  const isTalk = isConnected(seen.phase, seen.answered)
  const last = before && reportedPhase(before)
  // An undocumented status doesn't end a talk: only another phase does, or the call's end.
  const connectedNow = isTalk || (seen.phase === 'other' && (last === 'talking' || last === 'held'))
  const began = beganAt(before, seen, sight)
  const startedAt = began ?? before?.startedAt ?? at
  const answeredAt =
    answerAt(answeredApiSeconds, before, seen, began, sight) ??
    (connectedNow ? (before?.answeredAt ?? at) : null)
  const after = connectedNow ? answeredAfter(before, sight) : null
  const rang = before?.rangHere === true && seen.phase !== 'dialing' && !isPlacedHere(seen.direction)
  return {
    ...shown,
    startedAt,
    answeredAt,
    ...(after === null ? {} : { answeredAfter: after }),
    phaseSince: beganPhase(before, seen, { startedAt, answeredAt }, at),
    mutedSince: seen.recording.state === 'muted' ? (before?.mutedSince ?? at) : null,
    rangHere: seen.phase === 'ringing' || rang,
    connected: connectedNow || (before?.connected ?? false),
    ...(before?.waited === undefined ? {} : { waited: before.waited }),
    ...(seen.phase === 'other' ? interruption(before, connectedNow ? (answeredAt ?? at) : null) : {}),
  }
}

/** The phase that an undocumented status interrupts. `answeredAt`: since when the two can talk; null if they can't. */
function interruption(
  before: Call | undefined,
  answeredAt: number | null,
): { readonly interrupted?: Interrupted } {
  const last = before && lastReported(before)
  if (answeredAt !== null && last?.phase !== 'talking' && last?.phase !== 'held')
    return { interrupted: { phase: 'talking', since: answeredAt } }
  return last === undefined ? {} : { interrupted: last }
}

function lastReported({ phase, phaseSince, interrupted }: Call): Interrupted | undefined {
  return phase === 'other' ? interrupted : { phase, since: phaseSince }
}

function beganPhase(
  before: Call | undefined,
  seen: SeenCall,
  times: Pick<Call, 'startedAt' | 'answeredAt'>,
  at: number,
): number {
  if (before !== undefined && before.phase === seen.phase) return samePhase(before, before.phaseSince, times)
  const last = before?.interrupted
  if (before !== undefined && last?.phase === seen.phase) return samePhase(before, last.since, times)
  if (seen.phase === 'talking' && (before && reportedPhase(before)) !== 'held') return times.answeredAt ?? at
  return before === undefined && seen.phase !== 'held' ? times.startedAt : at
}

/** A phase that started with a stamp moves with the stamp. */
function samePhase(
  before: Call,
  since: number,
  { startedAt, answeredAt }: Pick<Call, 'startedAt' | 'answeredAt'>,
): number {
  const isTalk = reportedPhase(before) === 'talking'
  if (isTalk && since === before.answeredAt) return answeredAt ?? since
  return since === before.startedAt ? startedAt : since
}
