const STAMP_JITTER_SECONDS = 3 // a stamp that moves less is the same ring, told again

/**
 * Whether two stamps of the API (`callStarted`, seconds) are of the same ring; null when one of them is not there. A
 * ring's stamp says more than what was seen in between: an answer that is sent once more shows a ring that was over.
 */
export function isSameStamp(before: number | null, now: number | null): boolean | null {
  return before === null || now === null ? null : Math.abs(now - before) <= STAMP_JITTER_SECONDS
}
