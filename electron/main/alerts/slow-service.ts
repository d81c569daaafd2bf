import type { Clock } from '../../../core/clock.ts'
import type { Logger } from '../system/log.ts'
import { attempt } from '../system/attempt.ts'

const SLOW_MS = 1_000 // a working service responds within a few milliseconds
const REST_MS = 300_000 // five minutes: a daemon that hung has usually been restarted by then

/**
 * A service whose calls block the whole program when it does not respond: on Linux, Electron waits up to 25 s for the
 * notification daemon. After that happens, it is not called for a while.
 */
export interface SlowService {
  isLeftAlone(): boolean
  /** Calls it now, or once calls resume. An immediate call may throw. */
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
      // An error of a delayed call has no one to handle it. If the service is still slow, the next call finds out.
      for (const work of late) attempt(() => call(work))
    })
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
