import type { Clock } from '../clock.ts'

/** A clock that is set to the instants of a recording, backwards too, because a computer's clock can be set. */
export interface TapeClock extends Clock {
  turnTo(at: number): Promise<void>
}

/** A clock whose timers only run when it is advanced: `core/testing/virtual-clock.ts`. */
export interface TurnedClock extends Clock {
  advance(ms: number): Promise<void>
}

export function createTapeClock(clock: TurnedClock): TapeClock {
  let setBackMs = 0
  const now = (): number => clock.now() - setBackMs
  return {
    now,
    after: clock.after,
    async turnTo(at) {
      const ms = at - now()
      if (ms < 0) setBackMs -= ms
      await clock.advance(Math.max(0, ms))
    },
  }
}
