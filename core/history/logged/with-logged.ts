import type { PolledFacts } from '../../call-log/logged-facts.ts'
import { isPlacedHere } from '../../call-phase.ts'
import type { HistoryCall } from '../history-call.ts'
import type { Ending } from './logged-ending.ts'
import type { LoggedRow } from './logged-rows.ts'

const MEASURED_SECONDS = 15 // polls measure no better: what differs by less isn't a contradiction

/**
 * A call with what the call log says about it, where that is its outcome now. `seen`: polls saw the call. Its spans stay
 * as they were seen.
 */
export function withLogged(call: HistoryCall, log: LoggedRow, seen: boolean): HistoryCall {
  const { course, at, replaced } = log
  if (replaced === null) return call
  const now = { ...call, ...talk(call, log), ringSeconds: ringSeconds(call, log) }
  const polled = seen ? polledFacts(call, now, replaced) : {}
  const { recordingUrl, queue } = course
  const contradicted = Object.keys(polled).length === 0 ? {} : { polled }
  return { ...now, logged: { at, unseen: !seen, recordingUrl, queue, ...contradicted } }
}

/** The log counts the time on hold as talk. */
function talk(call: HistoryCall, { course }: LoggedRow): Pick<HistoryCall, 'talkSeconds' | 'holdSeconds'> {
  if (call.outcome !== 'completed' || call.answeredBy !== undefined) return { talkSeconds: 0, holdSeconds: 0 }
  if (course.talkSeconds === null) return call
  const holdSeconds = Math.min(call.holdSeconds, course.talkSeconds)
  return { talkSeconds: course.talkSeconds - holdSeconds, holdSeconds }
}

/** A phone that is called from here rings elsewhere. */
const ringSeconds = (call: HistoryCall, { course }: LoggedRow): number =>
  isPlacedHere(call.direction) ? call.ringSeconds : (course.ringSeconds ?? call.ringSeconds)

function polledFacts(before: HistoryCall, now: HistoryCall, polled: Ending): PolledFacts {
  const { talkSeconds: talked, ringSeconds: ring } = before
  const talkDiffers = differs(talked, now.talkSeconds) || (talked === 0) !== (now.talkSeconds === 0)
  return {
    ...(polled.outcome === now.outcome ? {} : { outcome: polled.outcome }),
    ...(talkDiffers ? { talkSeconds: talked } : {}),
    ...(differs(ring, now.ringSeconds) ? { ringSeconds: ring } : {}),
    ...(polled.answeredBy === (now.answeredBy ?? '') ? {} : { answeredBy: polled.answeredBy }),
  }
}

const differs = (one: number, other: number): boolean => Math.abs(one - other) > MEASURED_SECONDS
