import type { ClockReport } from '../../../core/domain.ts'

/** Notices a time without requests although all was well: a computer that slept without reporting it. */
export interface SleepDetector {
  /** A successful response arrived, epoch ms by this computer. */
  answered(at: number, clock: ClockReport | null): void
  /** Watching is blind for a known reason. */
  blind(): void
}

export interface SleepDetectorParts {
  readonly pollSeconds: () => number
  /** Called with the span, epoch ms by this computer. */
  readonly report: (from: number, to: number) => void
}

const SLOWEST_MS = 10_000 // the client gives up after 8 s

export function createSleepDetector({ pollSeconds, report }: SleepDetectorParts): SleepDetector {
  let last: { readonly at: number; readonly trueAt: number } | null = null
  return {
    answered(at, clock) {
      // A clock that was set forward isn't a sleep.
      const trueAt = at - (clock?.computerErrorMs ?? 0)
      const longest = pollSeconds() * 2000 + SLOWEST_MS
      if (last !== null && trueAt - last.trueAt > longest && at > last.at) report(last.at, at)
      last = { at, trueAt }
    },
    blind() {
      last = null
    },
  }
}
