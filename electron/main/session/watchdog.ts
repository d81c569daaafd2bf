import type { Clock } from '../../../core/clock.ts'

const TIMES = 3 // times the longest possible wait: a computer that stalled briefly isn't a fault

/** Notices a session that sends no more requests although nothing stopped it. */
export interface Watchdog {
  /** Polling starts, or continues after a sleep. */
  begin(): void
  /** A request was sent. `longestMs`: the next one follows within that. */
  asked(longestMs: number): void
  /** Polling is to stop: nothing is expected. */
  end(): void
}

/** `onStopped` is called once, `3 × longestMs` after the last request. `longestMs` applies until a request is sent. */
export function createWatchdog(clock: Clock, longestMs: number, onStopped: () => void): Watchdog {
  let watching = false
  let cancel = (): void => undefined

  function expect(withinMs: number): void {
    cancel()
    if (watching) cancel = clock.after(TIMES * withinMs, onStopped)
  }

  return {
    begin() {
      watching = true
      expect(longestMs)
    },
    asked: expect,
    end() {
      watching = false
      cancel()
    },
  }
}
