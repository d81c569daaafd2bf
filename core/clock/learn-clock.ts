import type { Call, SeenCall } from '../domain.ts'
import { observe } from './api-clock.ts'
import type { ClockBelief, ClockEvidence } from './api-clock.ts'
import { isConnected } from '../session/update-call.ts'

/**
 * The belief after the calls of an answer that arrived `at`. `known` are the calls before it; `askedAt` is when the
 * good answer before it was asked for, null when there was none lately. Both epoch ms by this computer.
 */
export function learnClock(
  belief: ClockBelief,
  known: readonly Call[],
  seen: readonly SeenCall[],
  at: number,
  askedAt: number | null,
): ClockBelief {
  const before = new Map(known.map((call) => [call.key, call]))
  return seen
    .flatMap((call) => evidenceOf(before.get(call.key), call, askedAt))
    .reduce((current, evidence) => observe(current, evidence, at), belief)
}

const isEarly = ({ phase }: Pick<SeenCall, 'phase'>): boolean => phase === 'ringing' || phase === 'dialing'

function evidenceOf(
  before: Call | undefined,
  seen: SeenCall,
  askedAt: number | null,
): readonly ClockEvidence[] {
  const { startedApiSeconds: started, answeredApiSeconds: answered } = seen
  if (before === undefined) {
    if (isEarly(seen)) return moment('ring', started, askedAt)
    const latest = Math.max(started ?? 0, answered ?? 0)
    return latest === 0 ? [] : [{ kind: 'stamp', apiSeconds: latest }]
  }
  const wasAnswered = isEarly(before) && isConnected(seen.phase, seen.answered)
  return wasAnswered && askedAt !== null ? moment('answered', answered, askedAt) : []
}

const moment = (
  kind: 'ring' | 'answered',
  apiSeconds: number | null,
  notBefore: number | null,
): readonly ClockEvidence[] => (apiSeconds === null ? [] : [{ kind, apiSeconds, notBefore }])
