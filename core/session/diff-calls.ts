import { isConnected, isPlacedHere, isUnanswered, reportedPhase } from '../call-phase.ts'
import type { Call, CallEvent, Outcome } from '../domain.ts'
import { isSameStamp } from '../clock/same-stamp.ts'

/**
 * What happened between two lists of calls: endings first, in the order the calls were known, then the rest in the
 * answer's order. `before` is null for the first list, which is no history: what rings or dials is told, what is
 * connected is not. A call that is gone is counted as talking until `seenUntil` and no longer: after a span without
 * answers that is when it was last seen.
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
    // Stamps are cut to whole seconds, which makes a talk seem longer already.
    talkSeconds: Math.max(0, Math.floor(talkMs / 1000)),
  }
}

function outcomeOf(call: Call): Outcome {
  if (call.connected) return 'completed'
  if (call.rangHere) return 'missed'
  if (call.phase === 'dialing' || isPlacedHere(call.direction)) return 'unanswered'
  // No response said how it stood: a caller who is called back in vain loses less than one who never is.
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
 * Two rings of the same call with nothing seen between them: the second one's stamp is a later one, or an earlier one that
 * is later by the account's clock, which was set back meanwhile. A stamp that moved by exactly what wall clocks are set
 * by is the same moment, written anew.
 */
function beganAnew(before: Call, call: Call): boolean {
  if (before.startedApiSeconds === null || call.startedApiSeconds === null) return false
  const later = call.startedApiSeconds > before.startedApiSeconds || call.startedAt > before.startedAt
  return later && isSameStamp(before.startedApiSeconds, call.startedApiSeconds) === false
}

/** A recording is taken to run until it is shown muted. What was talked before the first list is no history. */
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
