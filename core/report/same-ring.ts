const STAMP_SLACK_MS = 2_000 // stamps are in whole seconds, and so is the Date header from which the clock is derived
const LONGEST_RING_MS = 120_000 // unanswered calls ring for 15 to 16 s, a direct one for a minute at most

/**
 * True when a call that rang before watching was interrupted and rings now is still in the same ring.
 * `lastSeenAt`: when it was last seen ringing; `beganAt`: when the call started, according to the API now.
 *
 * A call that started after it was last seen ringing can't have been ringing then. One without a stamp is assumed to have
 * started `at` the response that shows it, which proves nothing: there only the gap decides, as it does at the end of any
 * ring that can't have lasted that long.
 */
export function isSameRing(lastSeenAt: number, beganAt: number, at: number): boolean {
  if (at - lastSeenAt > LONGEST_RING_MS) return false
  const hasStamp = beganAt < at
  return !hasStamp || beganAt <= lastSeenAt + STAMP_SLACK_MS
}
