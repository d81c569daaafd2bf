import { RIGHT_COMPUTER, seeDate } from './computer-error.ts'
import type { ComputerBelief, DatedAnswer } from './computer-error.ts'
import {
  castVote,
  followZone,
  isOffset,
  offsetOfMoment,
  rebased,
  toQuarters,
  zoneBelief,
} from './account-offset.ts'
import type { OffsetBelief, Vote, Window } from './account-offset.ts'

/**
 * The belief about the API's clock. Its epochs are the account's wall clock written as if it were UTC, so a stamp
 * means nothing before the offset is known; and this computer's clock may also be wrong.
 */
export interface ClockBelief {
  readonly offset: OffsetBelief
  readonly computer: ComputerBelief
}

export type ClockEvidence =
  /** The time of a response, with or without its `Date` header. */
  | ({ readonly kind: 'date' } & DatedAnswer)
  /**
   * `ring`: a call seen ringing or dialing for the first time started about now. `answered`: one that waited in the
   * last response talks in this one. `notBefore`: when the last response was requested, epoch ms by this computer's
   * clock; null when nothing was seen for longer than a ring may last.
   */
  | {
      readonly kind: 'ring' | 'answered'
      readonly apiSeconds: number
      readonly notBefore: number | null
    }
  /** A caller in a queue: when they joined plus how long they have waited is the API's current time. */
  | { readonly kind: 'queue'; readonly joinedApiSeconds: number; readonly waitedSeconds: number }
  /** Any other stamp seen for the first time: it can't lie in the future. */
  | { readonly kind: 'stamp'; readonly apiSeconds: number }

const MAX_RING_AGE_MS = 2 * 60_000 // a ring lasts 16 s; an older stamp started in a queue and would shift the offset
const MAX_QUEUE_LAG_MS = 90_000 // the wait is counted by another clock
const STAMP_MS = 2_000 // stamps have a resolution of one second
const AHEAD_MS = 60_000 // how far ahead a stamp may be until dates show how wrong this computer's clock is
const HOUR_MINUTES = 60

/**
 * The belief before any evidence: the zone's offset at `now` (epoch ms by this computer's clock), and a computer that
 * is right.
 */
export const initialBelief = (zone: string, now: number): ClockBelief => ({
  offset: zoneBelief(zone, now),
  computer: RIGHT_COMPUTER,
})

/**
 * The belief after a piece of evidence, at `now` (epoch ms by this computer's clock). Implausible evidence changes
 * nothing. Facts and weights: docs/api.md, "The clock".
 */
export function observe(belief: ClockBelief, evidence: ClockEvidence, now: number): ClockBelief {
  if (evidence.kind === 'date') return dated(belief, evidence, now)
  const trueNow = now - belief.computer.errorMs
  const offset = followZone(belief.offset, trueNow)
  const vote = voteOf({ ...belief, offset }, evidence, now)
  return withOffset(belief, vote === null ? offset : castVote(offset, vote))
}

/**
 * The window of a moment reported `at`, when the last response was requested at `notBefore` (null: not recently); both
 * epoch ms by this computer's clock.
 */
export function momentWindow(belief: ClockBelief, at: number, notBefore: number | null): Window {
  const { errorMs, span } = belief.computer
  const mostMs = notBefore === null ? MAX_RING_AGE_MS : Math.min(MAX_RING_AGE_MS, at - notBefore + STAMP_MS)
  if (span === null) return { maxAgeMs: mostMs, maxAheadMs: AHEAD_MS }
  return {
    maxAgeMs: mostMs + Math.max(0, span.most - errorMs),
    maxAheadMs: Math.min(AHEAD_MS, STAMP_MS + Math.max(0, errorMs - span.least)),
  }
}

/** The belief once the times of all calls have been read with it. */
export const withTimesRead = (belief: ClockBelief): ClockBelief =>
  belief.computer.movedMs === 0 ? belief : { ...belief, computer: { ...belief.computer, movedMs: 0 } }

function dated(belief: ClockBelief, answer: DatedAnswer, now: number): ClockBelief {
  const computer = seeDate(belief.computer, answer)
  const trueNow = now - computer.errorMs
  const learntMs = computer.lastMove === 'learnt' ? computer.errorMs - belief.computer.errorMs : 0
  const offset = rebased(belief.offset, toQuarters(learntMs / 60_000), trueNow)
  const current = computer === belief.computer ? belief : { ...belief, computer }
  return withOffset(current, followZone(offset, trueNow))
}

const withOffset = (belief: ClockBelief, offset: OffsetBelief): ClockBelief =>
  offset === belief.offset ? belief : { ...belief, offset }

function voteOf(
  belief: ClockBelief,
  evidence: Exclude<ClockEvidence, { kind: 'date' }>,
  now: number,
): Vote | null {
  switch (evidence.kind) {
    case 'queue': {
      const apiMs = (evidence.joinedApiSeconds + evidence.waitedSeconds) * 1000
      const window = { maxAgeMs: MAX_QUEUE_LAG_MS, maxAheadMs: MAX_QUEUE_LAG_MS }
      const vote = voteAt(belief, 'queue', apiMs, now, window, true)
      // It is evidence for when they joined: the stamp keeps that offset, however long they wait.
      return vote && { ...vote, at: vote.at - evidence.waitedSeconds * 1000 }
    }
    case 'ring':
    case 'answered': {
      const window = momentWindow(belief, now, evidence.notBefore)
      const sure = evidence.notBefore !== null
      return voteAt(belief, evidence.kind, evidence.apiSeconds * 1000, now, window, sure)
    }
    case 'stamp':
      return stampVote(belief, evidence.apiSeconds * 1000, now)
  }
}

function voteAt(
  { computer }: ClockBelief,
  source: Vote['source'],
  apiMs: number,
  now: number,
  window: Window,
  sure: boolean,
): Vote | null {
  const minutes = offsetOfMoment(apiMs, now - computer.errorMs, window)
  return minutes === null ? null : { minutes, source, sure, at: apiMs - minutes * 60_000 }
}

/** A stamp in the future is evidence for the fewest full hours that put it in the past: zone errors are full hours. */
function stampVote({ offset, computer }: ClockBelief, apiMs: number, now: number): Vote | null {
  const trueNow = now - computer.errorMs
  const aheadMinutes = (apiMs - trueNow - AHEAD_MS) / 60_000 - offset.minutes
  const isEarlier = offset.earlier !== null && apiMs - offset.earlier.minutes * 60_000 < offset.earlier.until
  if (!(aheadMinutes > 0) || isEarlier) return null
  const minutes = offset.minutes + Math.ceil(aheadMinutes / HOUR_MINUTES) * HOUR_MINUTES
  const at = apiMs - minutes * 60_000
  return isOffset(minutes) ? { minutes, source: 'stamp', sure: false, at } : null
}
