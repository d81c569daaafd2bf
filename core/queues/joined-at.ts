import type { ClockBelief } from '../clock/api-clock.ts'
import { readStamp } from '../clock/read-stamp.ts'
import type { WaitingCaller } from '../telephony/telephony-client.ts'

const SAME_INSTANT_MS = 3_000 // stamp, wait and answer count whole seconds, each from another clock

/**
 * Since when a caller waits, epoch ms by this computer, never ahead of `at`, when the answer came. `before` is what was
 * known of them, and stays while the answer says nearly that: a time that trembles is no news. Where `JoinTime` and
 * `Duration` disagree the wait is believed, which no zone can spoil.
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
  const told = agree ? byStamp : (byWait ?? byStamp)
  const now = Math.min(at, told ?? before ?? at)
  return before !== undefined && Math.abs(before - now) <= SAME_INSTANT_MS ? before : now
}
