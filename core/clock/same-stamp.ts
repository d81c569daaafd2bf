const STAMP_JITTER_SECONDS = 3 // a stamp that moves less is the same ring, told again
const QUARTER_SECONDS = 900 // wall clocks are set by whole quarters of an hour: the same moment, written anew

/**
 * Whether two stamps of the API (`callStarted`, seconds) are of the same ring; null when one of them is not there. A
 * ring's stamp says more than what was seen in between: an answer that is sent once more shows a ring that was over.
 */
export function isSameStamp(before: number | null, now: number | null): boolean | null {
  if (before === null || now === null) return null
  const movedBy = Math.abs(now - before)
  return movedBy <= STAMP_JITTER_SECONDS || movedBy % QUARTER_SECONDS === 0
}
