import { isConnected, isPlacedHere, isUnanswered, reportedPhase } from '../call-phase.ts'
import type { Call, CallEvent, Outcome } from '../domain.ts'
import { isSameStamp } from '../clock/same-stamp.ts'

/**
 * What happened between two lists of calls: endings first, in the previous order of the calls, then the rest in the
 * response's order. `before` is null for the first list, which isn't history: ringing and dialling calls are reported,
 * connected ones aren't. A call that is gone counts as talking until `seenUntil` and no longer: after a span without
 * responses that is when it was last seen.
 */
export function diffCalls(
  before: readonly Call[] | null,
  now: readonly Call[],
  at: number,
  seenUntil: number | null = at,
): readonly CallEvent[] {
  const known = new Map(before?.map((call) => [call.key, call]))
  const present = new Set(now.map((call) => call.key))
  const gone = (before ?? []).filter((call) => !present.has(call.key))
  const endings = gone.map((call) => ended(call, at, seenUntil ?? at))
  return [...endings, ...now.flatMap((call) => changes(known.get(call.key), call, before === null, at))]
}

function ended(call: Call, at: number, seenUntil: number): CallEvent {
  const talkMs = call.connected && call.answeredAt !== null ? seenUntil - call.answeredAt : 0
  return {
    type: 'ended',
    at,
    call,
    outcome: outcomeOf(call),
    // Stamps are truncated to whole seconds, which already makes a talk seem longer.
    talkSeconds: Math.max(0, Math.floor(talkMs / 1000)),
  }
}

function outcomeOf(call: Call): Outcome {
  if (call.connected) return 'completed'
  if (call.rangHere) return 'missed'
  if (call.phase === 'dialing' || isPlacedHere(call.direction)) return 'unanswered'
  // No response showed how it ended: calling back unnecessarily does less harm than never calling back.
  return call.direction === 'incoming' ? 'missed' : 'completed'
}

function changes(before: Call | undefined, call: Call, first: boolean, at: number): readonly CallEvent[] {
  return [...phaseChanges(before, call, first, at), ...recordingChange(before, call, first, at)]
}

function phaseChanges(
  before: Call | undefined,
  call: Call,
  first: boolean,
  at: number,
): readonly CallEvent[] {
  if (call.ringInDoubt === true) return []
  if (before?.ringInDoubt === true && call.phase === 'ringing')
    return [{ type: 'ringing', at, call, again: true }]
  const last = before && reportedPhase(before)
  if (isUnanswered(call.phase)) {
    const isSame = before !== undefined && last === call.phase && !beganAnew(before, call)
    return isSame ? [] : [{ type: call.phase, at, call }]
  }
  if (!isConnected(call.phase, call.answered) || (first && before === undefined)) return []
  const events: CallEvent[] = []
  const wasConnected = last !== undefined && isConnected(last, before?.answered ?? false)
  if (!wasConnected) events.push({ type: 'answered', at, call, unseen: before === undefined })
  if (call.phase === 'held' && last !== 'held') events.push({ type: 'held', at, call })
  if (call.phase === 'talking' && last === 'held') events.push({ type: 'resumed', at, call })
  return events
}

/**
 * Two rings of the same call with nothing seen in between: the second one's stamp is later, or earlier but
 * later by the account's clock, which was set back meanwhile. A stamp that moved by exactly a usual clock change
 * is the same moment, rewritten.
 */
function beganAnew(before: Call, call: Call): boolean {
  if (before.startedApiSeconds === null || call.startedApiSeconds === null) return false
  const later = call.startedApiSeconds > before.startedApiSeconds || call.startedAt > before.startedAt
  return later && isSameStamp(before.startedApiSeconds, call.startedApiSeconds) === false
}

/** A recording is assumed to run until it is shown muted. What happened before the first list isn't history. */
function recordingChange(
  before: Call | undefined,
  call: Call,
  first: boolean,
  at: number,
): readonly CallEvent[] {
  if (first && before === undefined && !isUnanswered(call.phase)) return []
  const was =
    before === undefined || before.recording.state === 'unknown' ? 'recorded' : before.recording.state
  const is = call.recording.state
  if (was === is || is === 'unknown') return []
  return [{ type: is === 'muted' ? 'recording-muted' : 'recording-unmuted', at, call }]
}
