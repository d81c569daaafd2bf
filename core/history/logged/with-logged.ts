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
  const now = { ...call, talkSeconds: talkSeconds(call, log), ringSeconds: ringSeconds(call, log) }
  const polled = seen ? polledFacts(call, now, replaced) : {}
  const { recordingUrl, queue } = course
  const contradicted = Object.keys(polled).length === 0 ? {} : { polled }
  return { ...now, logged: { at, unseen: !seen, recordingUrl, queue, ...contradicted } }
}

/** The log counts the time on hold as talk. */
function talkSeconds(call: HistoryCall, { course }: LoggedRow): number {
  if (call.outcome !== 'completed' || call.answeredBy !== undefined) return 0
  return course.talkSeconds === null ? call.talkSeconds : Math.max(0, course.talkSeconds - call.holdSeconds)
}

/** A phone that is called from here rings elsewhere. */
const ringSeconds = (call: HistoryCall, { course }: LoggedRow): number =>
  isPlacedHere(call.direction) ? call.ringSeconds : (course.ringSeconds ?? call.ringSeconds)

function polledFacts(before: HistoryCall, now: HistoryCall, polled: Ending): PolledFacts {
  const { talkSeconds: talk, ringSeconds: ring } = before
  const talkDiffers = differs(talk, now.talkSeconds) || (talk === 0) !== (now.talkSeconds === 0)
  return {
    ...(polled.outcome === now.outcome ? {} : { outcome: polled.outcome }),
    ...(talkDiffers ? { talkSeconds: talk } : {}),
    ...(differs(ring, now.ringSeconds) ? { ringSeconds: ring } : {}),
    ...(polled.answeredBy === (now.answeredBy ?? '') ? {} : { answeredBy: polled.answeredBy }),
  }
}

const differs = (one: number, other: number): boolean => Math.abs(one - other) > MEASURED_SECONDS
