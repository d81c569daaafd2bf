const STAMP_JITTER_SECONDS = 3 // a stamp that moves less is the same ring, repeated
const QUARTER_SECONDS = 900 // time zones differ by multiples of this: the same ring, in another zone

/**
 * Whether two API timestamps (`callStarted`, seconds) belong to the same ring; null when one of them is missing. They
 * are better evidence than what was seen in between: an old response that is repeated shows a ring that had ended.
 */
export function isSameStamp(before: number | null, now: number | null): boolean | null {
  if (before === null || now === null) return null
  const movedBy = Math.abs(now - before)
  return movedBy <= STAMP_JITTER_SECONDS || movedBy % QUARTER_SECONDS === 0
}
