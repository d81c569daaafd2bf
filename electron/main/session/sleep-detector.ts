import type { ClockReport } from '../../../core/domain.ts'

/** Notices when the computer slept without reporting it: no response arrived for a while, for no known reason. */
export interface SleepDetector {
  /** Call when a successful response has arrived. `at`: epoch ms by this computer's clock. */
  answered(at: number, clock: ClockReport | null): void
  /** Call when there is a known reason for getting no responses. */
  blind(): void
}

const SLOWEST_MS = 10_000 // the client gives up after 8 s

/** `report`: called with the start and end of the sleep, in epoch ms by this computer's clock. */
export function createSleepDetector(
  pollSeconds: () => number,
  report: (from: number, to: number) => void,
): SleepDetector {
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
