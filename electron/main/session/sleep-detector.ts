import type { ClockTold } from '../../../core/domain.ts'

/** Notices that nothing was asked for a while though all was well: a computer that slept and did not say so. */
export interface SleepDetector {
  /** A good answer came, epoch ms by this computer. */
  answered(at: number, clock: ClockTold | null): void
  /** Watching is blind for a reason that is known. */
  blind(): void
}

export interface SleepDetectorParts {
  readonly pollSeconds: () => number
  /** Told the span, epoch ms by this computer. */
  readonly tell: (from: number, to: number) => void
}

const SLOWEST_MS = 10_000 // an answer that takes longer than the client's 8 s is none

export function createSleepDetector({ pollSeconds, tell }: SleepDetectorParts): SleepDetector {
  let last: { readonly at: number; readonly trueAt: number } | null = null
  return {
    answered(at, clock) {
      // A clock that was set forward is no sleep.
      const trueAt = at - (clock?.computerErrorMs ?? 0)
      const longest = pollSeconds() * 2000 + SLOWEST_MS
      if (last !== null && trueAt - last.trueAt > longest && at > last.at) tell(last.at, at)
      last = { at, trueAt }
    },
    blind() {
      last = null
    },
  }
}
