import type { ClockBelief } from '../clock/api-clock.ts'
import { readStamp } from '../clock/read-stamp.ts'
import type { WaitingCaller } from '../telephony/telephony-client.ts'

const SAME_INSTANT_MS = 3_000 // stamp, wait and response are in whole seconds, each by a different clock

/**
 * Since when a caller has been waiting, epoch ms by this computer's clock, never after `at`, when the response arrived.
 * `before` is the previous value, and stays while the response nearly agrees: a fluctuating time isn't a change. Where
 * `JoinTime` and `Duration` disagree the wait is used, which doesn't depend on a time zone.
 */
export function joinedAt(
  before: number | undefined,
  { joinedApiSeconds, waitedSeconds }: WaitingCaller,
  at: number,
  belief: ClockBelief,
): number {
  const byWait = waitedSeconds === null ? null : at - waitedSeconds * 1000
  const byStamp =
    joinedApiSeconds === null
      ? null
      : readStamp(joinedApiSeconds, belief, { from: -Infinity, until: at + SAME_INSTANT_MS })
  const agree = byWait !== null && byStamp !== null && Math.abs(byWait - byStamp) <= SAME_INSTANT_MS
  const reported = agree ? byStamp : (byWait ?? byStamp)
  const now = Math.min(at, reported ?? before ?? at)
  return before !== undefined && Math.abs(before - now) <= SAME_INSTANT_MS ? before : now
}
