const STAMP_JITTER_SECONDS = 3 // a stamp that moves less is the same ring, repeated
const QUARTER_SECONDS = 900 // wall clocks are set by full quarters of an hour: the same moment, rewritten

/**
 * Whether two API stamps (`callStarted`, seconds) are of the same ring; null when one of them is missing. A
 * ring's stamp is stronger evidence than what was seen in between: a repeated response shows a ring that was over.
 */
export function isSameStamp(before: number | null, now: number | null): boolean | null {
  if (before === null || now === null) return null
  const movedBy = Math.abs(now - before)
  return movedBy <= STAMP_JITTER_SECONDS || movedBy % QUARTER_SECONDS === 0
}
