import { isConnected, isUnanswered } from '../call-phase.ts'
import type { Call, SeenCall } from '../domain.ts'
import { observe } from './api-clock.ts'
import type { ClockBelief, ClockEvidence } from './api-clock.ts'
import type { DatedAnswer } from './computer-error.ts'

/** What was learnt from a response's date. */
export interface DateLesson {
  readonly belief: ClockBelief
  /** By how much this computer's clock was set since the response before, ms. */
  readonly steppedMs: number
  /** The drift meter's measurement until now was applied. */
  readonly usedRun: boolean
}

/** Learns from when a response arrived. */
export function learnFromDate(belief: ClockBelief, answer: DatedAnswer): DateLesson {
  const next = observe(belief, { kind: 'date', ...answer }, answer.receivedAt)
  const [before, after] = [belief.computer, next.computer]
  return {
    belief: next,
    steppedMs: after.lastMove === 'stepped' ? after.errorMs - before.errorMs : 0,
    usedRun: answer.serverDate !== null || after.errorMs !== before.errorMs,
  }
}

/**
 * The belief after the calls of a response that arrived `at`. `known` are the calls before it; `requestedAt` is when
 * the good response before it was requested, null when there was none lately. Both epoch ms by this computer's clock.
 */
export function learnFromCalls(
  belief: ClockBelief,
  known: readonly Call[],
  seen: readonly SeenCall[],
  at: number,
  requestedAt: number | null,
): ClockBelief {
  const before = new Map(known.map((call) => [call.key, call]))
  return seen
    .flatMap((call) => callEvidence(before.get(call.key), call, requestedAt))
    .reduce((current, evidence) => observe(current, evidence, at), belief)
}

function callEvidence(
  before: Call | undefined,
  seen: SeenCall,
  requestedAt: number | null,
): readonly ClockEvidence[] {
  const { startedApiSeconds: started, answeredApiSeconds: answered } = seen
  if (before === undefined) {
    if (isUnanswered(seen.phase)) return moment('ring', started, requestedAt)
    const latest = Math.max(started ?? 0, answered ?? 0)
    return latest === 0 ? [] : [{ kind: 'stamp', apiSeconds: latest }]
  }
  const wasAnswered = isUnanswered(before.phase) && isConnected(seen.phase, seen.answered)
  return wasAnswered && requestedAt !== null ? moment('answered', answered, requestedAt) : []
}

const moment = (
  kind: 'ring' | 'answered',
  apiSeconds: number | null,
  notBefore: number | null,
): readonly ClockEvidence[] => (apiSeconds === null ? [] : [{ kind, apiSeconds, notBefore }])

/** A caller in a queue, as far as clocks are concerned. */
export interface TimedCaller {
  readonly joinedApiSeconds: number | null
  readonly waitedSeconds: number | null
}

/** Learns from callers in queues `at`: from the last to join, because their wait has drifted least. */
export function learnFromCallers(
  belief: ClockBelief,
  callers: readonly TimedCaller[],
  at: number,
): ClockBelief {
  let last: Extract<ClockEvidence, { kind: 'queue' }> | null = null
  for (const { joinedApiSeconds, waitedSeconds } of callers) {
    if (joinedApiSeconds === null || waitedSeconds === null) continue
    if (last === null || waitedSeconds < last.waitedSeconds)
      last = { kind: 'queue', joinedApiSeconds, waitedSeconds }
  }
  return last === null ? belief : observe(belief, last, at)
}
