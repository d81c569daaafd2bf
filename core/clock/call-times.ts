import { isUnanswered } from '../call-phase.ts'
import type { Call, SeenCall } from '../domain.ts'
import { momentWindow } from './api-clock.ts'
import type { ClockBelief } from './api-clock.ts'
import { atOffset, readAgain, readingBehind, readMoment, readStamp, STAMP_SLACK_MS } from './read-stamp.ts'
import { toQuarters } from './account-offset.ts'

/** An answer, as far as the times of its calls go: epoch ms by this computer. */
export interface Sight {
  readonly at: number
  readonly belief: ClockBelief
  /** When the good answer before it was asked for; null when there was none lately. */
  readonly askedAt: number | null
}

/** When a call began; null when its stamp is missing or can't be believed. */
export function beganAt(before: Call | undefined, seen: SeenCall, sight: Sight): number | null {
  const stamp = seen.startedApiSeconds
  if (stamp === null) return null
  const { belief } = sight
  const known = before !== undefined && mayBeSame(before, seen, belief) ? before.startedAt : null
  const again = known === null ? null : readAgain(stamp, known, belief)
  const isTold = before?.startedApiSeconds === stamp
  const read =
    again ?? (isTold ? lateReading(stamp, before.startedAt, sight) : firstReading(stamp, seen, sight))
  return notAhead(read, sight)
}

/** When a call was answered; null when its stamp is missing or can't be believed. `startedAt`: as `beganAt` gave it. */
export function answerAt(
  stamp: number | null,
  before: Call | undefined,
  seen: Pick<SeenCall, 'startedApiSeconds'>,
  startedAt: number | null,
  sight: Sight,
): number | null {
  if (stamp === null) return null
  const { belief, at } = sight
  const known = before !== undefined && mayBeSame(before, seen, belief) ? before.answeredAt : null
  const again = known === null ? null : readAgain(stamp, known, belief)
  const fresh = known === null && waited(before) ? freshMoment(stamp, sight) : null
  const until = known === null ? at : latest(stamp, known, sight)
  const bounds = { from: (startedAt ?? -Infinity) - STAMP_SLACK_MS, until: until + STAMP_SLACK_MS }
  const read =
    again ??
    fresh ??
    likeStart(stamp, seen.startedApiSeconds, startedAt, bounds, belief) ??
    readStamp(stamp, belief, bounds)
  return notAhead(read, sight)
}

const waited = (before: Call | undefined): boolean => before !== undefined && isUnanswered(before.phase)

/** Another stamp is another beginning; but where the wall clock was set of late, the old one may be written anew. */
const mayBeSame = (
  before: Call,
  seen: Pick<SeenCall, 'startedApiSeconds'>,
  { offset }: ClockBelief,
): boolean => before.startedApiSeconds === seen.startedApiSeconds || offset.earlier !== null

/** A moment lies no later than it was first told, unless it was told by an offset that was never true. */
function latest(stamp: number, known: number, { at, belief }: Sight): number {
  const reading = readingBehind(stamp, known, belief)
  return reading !== null && reading.minutes === belief.offset.refuted ? at : known
}

/** A stamp that could not be believed when it was first seen, or that was read by an offset that was never true. */
const lateReading = (stamp: number, known: number, sight: Sight): number | null =>
  readStamp(stamp, sight.belief, { from: -Infinity, until: latest(stamp, known, sight) + STAMP_SLACK_MS })

/** What is seen ringing for the first time began about now: surer than any belief when the last answer is near. */
function firstReading(stamp: number, seen: SeenCall, sight: Sight): number | null {
  const { belief, at } = sight
  const believed = readStamp(stamp, belief, { from: -Infinity, until: at + STAMP_SLACK_MS })
  if (!isUnanswered(seen.phase)) return believed
  const fresh = freshMoment(stamp, sight)
  if (fresh !== null) return fresh
  const recent = readMoment(stamp, at, momentWindow(belief, at, null), belief)
  return belief.offset.votes > 0 ? (believed ?? recent) : (recent ?? believed)
}

const freshMoment = (stamp: number, { at, belief, askedAt }: Sight): number | null =>
  askedAt === null ? null : readMoment(stamp, at, momentWindow(belief, at, askedAt), belief)

/** A call's stamps are by one offset, but for the hour in which summer time comes or goes. */
function likeStart(
  stamp: number,
  startStamp: number | null,
  startedAt: number | null,
  bounds: { readonly from: number; readonly until: number },
  belief: ClockBelief,
): number | null {
  if (startStamp === null || startedAt === null) return null
  const minutes = toQuarters((startStamp * 1000 + belief.computer.errorMs - startedAt) / 60_000)
  const when = atOffset(stamp, minutes, belief)
  return when >= bounds.from && when <= bounds.until ? when : null
}

const notAhead = (reading: number | null, { at }: Sight): number | null =>
  reading === null ? null : Math.min(reading, at)
