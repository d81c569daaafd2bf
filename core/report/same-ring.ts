const STAMP_SLACK_MS = 2_000 // stamps count whole seconds, and so does the Date header that the clock is read by
const LONGEST_RING_MS = 120_000 // unanswered calls ring for 15 to 16 s, a direct one for a minute at most

/**
 * True when a call that rang before watching broke off and rings now is still in that ring, not in a new one.
 * `lastSeenAt`: when it was last seen ringing; `beganAt`: when the call, by what the API says now, began.
 *
 * A call that began after it was last seen ringing can't have been ringing then. One without a stamp is taken to have
 * begun `at` the answer that shows it, which proves nothing: there the gap alone decides, as it does at the end of any
 * ring that nobody could hold for so long.
 */
export function isSameRing(lastSeenAt: number, beganAt: number, at: number): boolean {
  if (at - lastSeenAt > LONGEST_RING_MS) return false
  const hasStamp = beganAt < at
  return !hasStamp || beganAt <= lastSeenAt + STAMP_SLACK_MS
}
