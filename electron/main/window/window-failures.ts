import { MINUTE_MS } from '../../../core/clock.ts'

const TRIES = 3 // a fault of the moment is over by then, and one that stays would only flicker

/**
 * What to do about a page that failed: bring it back as it was; bring it back from its first view, since what was open
 * may be what fails; or let it be.
 */
export type FailureVerdict = 'again' | 'anew' | 'stop'

export interface WindowFailures {
  note(): FailureVerdict
  /** A person asks for the window: it is tried afresh. */
  forget(): void
}

/** Counts the failures of the window's page: more than three in a minute are not mended by a fourth. */
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
