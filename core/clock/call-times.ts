import { isUnanswered, reportedPhase } from '../call-phase.ts'
import type { Call, SeenCall } from '../domain.ts'
import { momentWindow } from './api-clock.ts'
import type { ClockBelief } from './api-clock.ts'
import { atOffset, readAgain, readingBehind, readMoment, readStamp, STAMP_SLACK_MS } from './read-stamp.ts'
import { toQuarters } from './account-offset.ts'

/** The times of a response, as far as its calls need them: epoch ms by this computer's clock. */
export interface Sight {
  readonly at: number
  readonly belief: ClockBelief
  /** When the previous good response was requested; null when there was no recent one. */
  readonly requestedAt: number | null
}

const MAX_AGE_MS = 48 * 3_600_000 // no call lasts a day, and no offset is wrong by more than one
const MAX_LATE_MS = 2 * 60_000 // a response may not show that a call was answered, and neither may the next; none hides it for longer

/** When a call started; null when its stamp is missing or implausible. */
export function beganAt(before: Call | undefined, seen: SeenCall, sight: Sight): number | null {
  const stamp = seen.startedApiSeconds
  if (stamp === null) return null
  const { belief } = sight
  const known = before !== undefined && mayBeSame(before, seen, belief) ? before.startedAt : null
  const again = known === null ? null : readAgain(stamp, known, belief)
  const isRepeated = before?.startedApiSeconds === stamp
  const read =
    again ?? (isRepeated ? lateReading(stamp, before.startedAt, sight) : firstReading(stamp, seen, sight))
  return notAhead(read, sight)
}

/** When a call was answered; null when its stamp is missing or implausible. `startedAt`: as returned by `beganAt`. */
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
  const from = Math.max(
    startedAt ?? -Infinity,
    (answeredAfter(before, sight) ?? -Infinity) - MAX_LATE_MS,
    at - MAX_AGE_MS,
  )
  const bounds = { from: from - STAMP_SLACK_MS, until: until + STAMP_SLACK_MS }
  const believed =
    likeStart(stamp, seen.startedApiSeconds, startedAt, bounds, belief) ?? readStamp(stamp, belief, bounds)
  const read = again ?? fresh ?? (before === undefined ? found(stamp, believed, sight) : believed)
  return notAhead(read, sight)
}

/**
 * If the last response didn't show a call, or showed it waiting, the call was answered here after that response was
 * requested; null for any other call.
 */
export function answeredAfter(before: Call | undefined, { requestedAt }: Sight): number | null {
  return before === undefined || waited(before) ? requestedAt : (before.answeredAfter ?? null)
}

const waited = (before: Call | undefined): boolean =>
  before !== undefined && isUnanswered(reportedPhase(before))

/** A different stamp is a different start; but where the wall clock was set recently, it may be the old one rewritten. */
const mayBeSame = (
  before: Call,
  seen: Pick<SeenCall, 'startedApiSeconds'>,
  { offset }: ClockBelief,
): boolean => before.startedApiSeconds === seen.startedApiSeconds || offset.earlier !== null

/** A moment is no later than first reported, unless it was read with an offset that was never true. */
function latest(stamp: number, known: number, { at, belief }: Sight): number {
  const reading = readingBehind(stamp, known, belief)
  return reading !== null && reading.minutes === belief.offset.refuted ? at : known
}

/** A stamp that was implausible when first seen, or was read with an offset that was never true. */
const lateReading = (stamp: number, known: number, sight: Sight): number | null =>
  readStamp(stamp, sight.belief, {
    from: sight.at - MAX_AGE_MS,
    until: latest(stamp, known, sight) + STAMP_SLACK_MS,
  })

/** A call seen ringing for the first time started about now: more reliable than any belief when the last response is recent. */
function firstReading(stamp: number, seen: SeenCall, sight: Sight): number | null {
  const { belief, at } = sight
  const believed = readStamp(stamp, belief, { from: at - MAX_AGE_MS, until: at + STAMP_SLACK_MS })
  if (!isUnanswered(seen.phase)) return found(stamp, believed, sight)
  const fresh = freshMoment(stamp, sight)
  if (fresh !== null) return fresh
  const recent = readMoment(stamp, at, momentWindow(belief, at, null), belief)
  return belief.offset.votes > 0 ? (believed ?? recent) : (recent ?? believed)
}

/**
 * The stamp of a call that was found connected, at a first response or after a span without one. The zone of the
 * settings is no evidence: where nothing has confirmed it, the account may use UTC, and a call of minutes is
 * likelier than one of hours.
 */
function found(stamp: number, believed: number | null, { at, belief, requestedAt }: Sight): number | null {
  if (requestedAt !== null || believed === null || belief.offset.votes > 0) return believed
  const asUtc = atOffset(stamp, 0, belief)
  return asUtc > believed && asUtc <= at + STAMP_SLACK_MS ? asUtc : believed
}

const freshMoment = (stamp: number, { at, belief, requestedAt }: Sight): number | null =>
  requestedAt === null ? null : readMoment(stamp, at, momentWindow(belief, at, requestedAt), belief)

/** A call's stamps have the same offset, except in the hour in which summer time starts or ends. */
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
