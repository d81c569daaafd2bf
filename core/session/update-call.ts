import { isConnected } from '../call-phase.ts'
import type { Call, SeenCall } from '../domain.ts'
import type { ClockBelief } from '../clock/api-clock.ts'
import { answerAt, beganAt } from '../clock/call-times.ts'

/**
 * What is known of a call now: what the answer says, and what was known `before`. `at` is when the answer arrived;
 * `belief` turns the API's stamps into this computer's time; `askedAt` is when the good answer before it was asked
 * for, null when there was none lately.
 */
export function updateCall(
  before: Call | undefined,
  seen: SeenCall,
  at: number,
  belief: ClockBelief,
  askedAt: number | null = null,
): Call {
  const { answeredApiSeconds, ...told } = seen
  const sight = { at, belief, askedAt }
  const connectedNow = isConnected(seen.phase, seen.answered)
  const began = beganAt(before, seen, sight)
  const startedAt = began ?? before?.startedAt ?? at
  const answeredAt =
    answerAt(answeredApiSeconds, before, seen, began, sight) ??
    (connectedNow ? (before?.answeredAt ?? at) : null)
  return {
    ...told,
    startedAt,
    answeredAt,
    phaseSince: beganPhase(before, seen, { startedAt, answeredAt }, at),
    mutedSince: seen.recording.state === 'muted' ? (before?.mutedSince ?? at) : null,
    rangHere: seen.phase === 'ringing' || (before?.rangHere ?? false),
    connected: connectedNow || (before?.connected ?? false),
    ...(before?.waited === undefined ? {} : { waited: before.waited }),
  }
}

function beganPhase(
  before: Call | undefined,
  seen: SeenCall,
  times: Pick<Call, 'startedAt' | 'answeredAt'>,
  at: number,
): number {
  if (before?.phase === seen.phase) return samePhase(before, times)
  if (seen.phase === 'talking' && before?.phase !== 'held') return times.answeredAt ?? at
  return before === undefined && seen.phase !== 'held' ? times.startedAt : at
}

/** A phase that began with a stamp goes where the stamp goes. */
function samePhase(before: Call, { startedAt, answeredAt }: Pick<Call, 'startedAt' | 'answeredAt'>): number {
  if (before.phase === 'talking' && before.phaseSince === before.answeredAt)
    return answeredAt ?? before.phaseSince
  return before.phaseSince === before.startedAt ? startedAt : before.phaseSince
}
