import type { Clock } from '../../../core/clock.ts'

const TIMES = 3 // of the longest wait there can be: a computer that stood still for a moment is not taken for a fault

/** Notices a session that asks no more although nothing told it to stop. */
export interface Watchdog {
  /** Asking begins, or goes on after a sleep. */
  begin(): void
  /** A question was sent. `longestMs`: the next one comes within that. */
  asked(longestMs: number): void
  /** Asking is to stop: nothing is expected. */
  end(): void
}

/** `onStopped` is told once, `3 × longestMs` after the last question. `longestMs` holds until a question was sent. */
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
