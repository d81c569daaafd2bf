import type { Clock } from '../clock.ts'
import type { ClockRun } from './computer-error.ts'

const SLACK_MS = 1_000 // timers on a busy computer are late by this much

/**
 * Measures how this computer's clock runs, using the timers that are set on it anyway: a timer counts elapsed time.
 * `maxFlightMs`: the longest that a request can be in flight.
 */
export function createClockDriftMeter(clock: Clock, maxFlightMs: number) {
  let slipMs = 0
  let vouched = true

  /** True if it took between nothing and `mostMs`; otherwise the clock didn't run evenly. */
  function check(tookMs: number, mostMs: number): void {
    if (tookMs < 0 || tookMs > mostMs + SLACK_MS) vouched = false
  }

  function after(ms: number, run: () => void): () => void {
    const setAt = clock.now()
    let waits = true
    const takeBack = clock.after(ms, () => {
      waits = false
      slipMs += clock.now() - setAt - ms
      run()
    })
    return () => {
      if (waits) check(clock.now() - setAt, ms)
      waits = false
      takeBack()
    }
  }

  return {
    /** The same clock, measured while it is used. */
    clock: { now: clock.now, after },
    /** Runs work that takes no longer than a request may. */
    async during<T>(work: () => Promise<T>): Promise<T> {
      const began = clock.now()
      try {
        return await work()
      } finally {
        check(clock.now() - began, maxFlightMs)
      }
    },
    /** The clock is unobserved from now on, as during sleep. */
    doubt() {
      vouched = false
    },
    /** What was seen since the last `reset`. */
    read: (): ClockRun => ({ slipMs: Math.round(slipMs), vouched }),
    reset() {
      slipMs = 0
      vouched = true
    },
  }
}
