import type { Call, SeenCall } from '../domain.ts'
import { momentWindow } from '../telephony/api-clock.ts'
import type { ClockBelief } from '../telephony/api-clock.ts'
import { atOffset, readAgain, readMoment, readStamp } from '../telephony/api-clock-stamp.ts'
import { toQuarters } from '../telephony/api-clock-moment.ts'

const STAMP_SLACK_MS = 2_000 // stamps and the Date header count whole seconds: less than this is no contradiction

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
  const again = before === undefined ? null : readAgain(stamp, before.startedAt, sight.belief)
  return settled(before?.startedAt, again ?? firstReading(stamp, seen, sight), sight)
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
  const known = before?.answeredAt ?? null
  const again = known === null ? null : readAgain(stamp, known, belief)
  const reading = again ?? (waited(before) ? freshMoment(stamp, sight) : null)
  const bounds = { from: (startedAt ?? -Infinity) - STAMP_SLACK_MS, until: at + STAMP_SLACK_MS }
  const read =
    reading ??
    likeStart(stamp, seen.startedApiSeconds, startedAt, bounds, belief) ??
    readStamp(stamp, belief, bounds)
  return settled(known ?? undefined, read, sight)
}

const isEarly = ({ phase }: Pick<Call, 'phase'>): boolean => phase === 'ringing' || phase === 'dialing'

const waited = (before: Call | undefined): boolean => before !== undefined && isEarly(before)

/** What is seen ringing for the first time began about now: surer than any belief when the last answer is near. */
function firstReading(stamp: number, seen: SeenCall, sight: Sight): number | null {
  const { belief, at } = sight
  const believed = readStamp(stamp, belief, { from: -Infinity, until: at + STAMP_SLACK_MS })
  if (!isEarly(seen)) return believed
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

/** Never ahead of now; and what was cut off at now stays there. */
function settled(before: number | undefined, reading: number | null, { at }: Sight): number | null {
  if (reading === null) return null
  const when = Math.min(reading, at)
  return before !== undefined && when >= before && when - before < STAMP_SLACK_MS / 2 ? before : when
}
