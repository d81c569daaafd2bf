import type { Clock } from '../clock.ts'
import type { ClockRun } from './computer-error.ts'

/** Measures how this computer's clock runs, using the timers that are set on it anyway: a timer counts elapsed time. */
export interface ClockDriftMeter {
  /** The same clock, measured while it is used. */
  readonly clock: Clock
  /** Runs work that takes no longer than a request may. */
  during<T>(work: () => Promise<T>): Promise<T>
  /** The clock is unobserved from now on, as during sleep. */
  doubt(): void
  /** What was seen since the last `reset`. */
  read(): ClockRun
  reset(): void
}

const SLACK_MS = 1_000 // timers on a busy computer are late by this much

/** `maxFlightMs`: the longest that a request can be in flight. */
export function createClockDriftMeter(clock: Clock, maxFlightMs: number): ClockDriftMeter {
  let slipMs = 0
  let vouched = true

  /** True if it took between nothing and `mostMs`; otherwise the clock didn't run evenly. */
  function check(tookMs: number, mostMs: number): void {
    if (tookMs < 0 || tookMs > mostMs + SLACK_MS) vouched = false
  }

  return {
    clock: {
      now: clock.now,
      after(ms, run) {
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
      },
    },
    async during(work) {
      const began = clock.now()
      try {
        return await work()
      } finally {
        check(clock.now() - began, maxFlightMs)
      }
    },
    doubt() {
      vouched = false
    },
    read: () => ({ slipMs: Math.round(slipMs), vouched }),
    reset() {
      slipMs = 0
      vouched = true
    },
  }
}
