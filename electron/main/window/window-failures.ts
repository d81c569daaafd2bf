import { MINUTE_MS } from '../../../core/clock.ts'

const TRIES = 3 // a momentary fault is over by then, and a lasting one would only flicker

/**
 * What to do about a page that failed: restore it as it was; restore it at its first view, since what was open
 * may be what fails; or leave it.
 */
export type FailureVerdict = 'again' | 'anew' | 'stop'

export interface WindowFailures {
  note(): FailureVerdict
  /** The user requests the window: try again. */
  forget(): void
}

/** Counts the failures of the window's page: more than three in a minute are not fixed by a fourth try. */
export function createWindowFailures(now: () => number): WindowFailures {
  let failedAt: readonly number[] = []
  return {
    note() {
      const at = now()
      failedAt = [...failedAt.filter((one) => at - one < MINUTE_MS), at]
      if (failedAt.length > TRIES) return 'stop'
      return failedAt.length === 1 ? 'again' : 'anew'
    },
    forget: () => void (failedAt = []),
  }
}
