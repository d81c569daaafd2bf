/** Time as a parameter: real in the program, advanced manually in tests. */
export interface Clock {
  /** Epoch milliseconds by this computer's clock. */
  now(): number
  /**
   * Milliseconds that advance evenly, however the computer's clock is set; the starting point is arbitrary. They may
   * stop while the computer sleeps. Same as `now` if there is no such clock.
   */
  readonly steady?: () => number
  /** Runs `run` once after `ms`; the returned function cancels it. */
  after(ms: number, run: () => void): () => void
}

/** The computer's own clock. */
export function systemClock(): Clock {
  return {
    now: () => Date.now(),
    steady: () => performance.now(),
    after(ms, run) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
  }
}

export const MINUTE_MS = 60_000
export const DAY_MS = 86_400_000
