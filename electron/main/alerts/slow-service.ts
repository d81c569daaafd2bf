import type { Clock } from '../../../core/clock.ts'
import type { Logger } from '../system/log.ts'

const SLOW_MS = 1_000 // what answers at all answers within a few milliseconds
const REST_MS = 300_000 // five minutes: a daemon that hung is most often started again by then

/**
 * A service whose calls keep the whole program waiting when it does not answer: on Linux, Electron waits up to 25 s for the
 * notification daemon. Once it did, it is left alone for a while.
 */
export interface SlowService {
  isLeftAlone(): boolean
  /** Calls it now, or once it is no longer left alone. What it throws now is thrown. */
  call(work: () => void): void
  end(): void
}

export function createSlowService(clock: Clock, log: Pick<Logger, 'warn'>): SlowService {
  const steady = clock.steady ?? clock.now
  let put: readonly (() => void)[] = []
  let stop: (() => void) | null = null

  function call(work: () => void): void {
    if (stop !== null) {
      put = [...put, work]
      return
    }
    const began = steady()
    try {
      work()
    } finally {
      const waitedMs = steady() - began
      if (waitedMs >= SLOW_MS) leaveAlone(waitedMs)
    }
  }

  function leaveAlone(waitedMs: number): void {
    log.warn(
      `the notification service kept the program waiting for ${Math.round(waitedMs / 1000)} s: it is left alone`,
    )
    stop = clock.after(REST_MS, () => {
      stop = null
      const late = put
      put = []
      late.forEach(callLate)
    })
  }

  /** Nobody hears any more what it throws. */
  function callLate(work: () => void): void {
    try {
      call(work)
    } catch {
      // No better than before: the next call finds out.
    }
  }

  return {
    isLeftAlone: () => stop !== null,
    call,
    end() {
      stop?.()
      put = []
    },
  }
}
