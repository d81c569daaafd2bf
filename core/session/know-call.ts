import type { Call, Phase, SeenCall } from '../domain.ts'
import { toComputerTime, type ClockBelief } from '../telephony/api-clock.ts'

const STAMP_SLACK_MS = 2_000 // stamps and the Date header count whole seconds: less than this is no change

/** True while the two parties can hear, or could hear, each other. */
export const isConnected = (phase: Phase, answered: boolean): boolean =>
  phase === 'talking' || phase === 'held' || (phase === 'other' && answered)

/** A stamp as an instant of this computer; null for none, and for one that lies ahead of `at`: it can't be believed. */
function instant(apiSeconds: number | null, belief: ClockBelief, at: number): number | null {
  if (apiSeconds === null || apiSeconds <= 0) return null
  const when = toComputerTime(apiSeconds, belief)
  return when > at + STAMP_SLACK_MS ? null : Math.min(when, at)
}

/** Keeps what was said before unless the new instant really differs, so that timers stand still where nothing changed. */
const steady = (before: number | null | undefined, now: number): number =>
  before !== null && before !== undefined && Math.abs(before - now) < STAMP_SLACK_MS ? before : now

function beganPhase(
  before: Call | undefined,
  seen: SeenCall,
  times: Pick<Call, 'startedAt' | 'answeredAt'>,
  at: number,
): number {
  if (before?.phase === seen.phase) return before.phaseSince
  if (seen.phase === 'talking' && before?.phase !== 'held') return times.answeredAt ?? at
  return before === undefined && seen.phase !== 'held' ? times.startedAt : at
}

/**
 * What is known of a call now: what the answer says, and what was known `before`. `at` is when the answer arrived;
 * `belief` turns the API's stamps into this computer's time.
 */
export function knowCall(before: Call | undefined, seen: SeenCall, at: number, belief: ClockBelief): Call {
  const { answeredApiSeconds, ...told } = seen
  const connectedNow = isConnected(seen.phase, seen.answered)
  const startedAt = steady(
    before?.startedAt,
    instant(seen.startedApiSeconds, belief, at) ?? before?.startedAt ?? at,
  )
  const answered =
    instant(answeredApiSeconds, belief, at) ?? (connectedNow ? (before?.answeredAt ?? at) : null)
  const answeredAt = answered === null ? null : steady(before?.answeredAt, answered)
  return {
    ...told,
    startedAt,
    answeredAt,
    phaseSince: beganPhase(before, seen, { startedAt, answeredAt }, at),
    mutedSince: seen.recording.state === 'muted' ? (before?.mutedSince ?? at) : null,
    rangHere: seen.phase === 'ringing' || (before?.rangHere ?? false),
    connected: connectedNow || (before?.connected ?? false),
  }
}
