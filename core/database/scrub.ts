/** Overwrites the bytes of what was deleted. That needs space for a copy of the file, so it may have to be repeated. */
export interface Scrub {
  /** Something was deleted: overwrites it, now or with a later `retry`. */
  begin(): void
  /** Tries again what `begin` couldn't do. */
  retry(): void
}

/** `work` throws if it can't be done now; `onFailed` is called with each such error. */
export function createScrub(work: () => void, onFailed: (error: unknown) => void): Scrub {
  let isDue = false
  function retry(): void {
    if (!isDue) return
    try {
      work()
      isDue = false
    } catch (error) {
      onFailed(error)
    }
  }
  return {
    begin() {
      isDue = true
      retry()
    },
    retry,
  }
}
