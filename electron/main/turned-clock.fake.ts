import type { Clock } from '../../core/clock.ts'

/** A clock that a test turns by hand. */
export function turnedClock(start = 1_000_000): Clock & { turn(ms: number): void } {
  let now = start
  let due: readonly { readonly at: number; readonly run: () => void }[] = []
  return {
    now: () => now,
    after(ms, run) {
      const one = { at: now + ms, run }
      due = [...due, one]
      return () => {
        due = due.filter((other) => other !== one)
      }
    },
    turn(ms) {
      const end = now + ms
      for (;;) {
        const [next] = due.filter((one) => one.at <= end).toSorted((a, b) => a.at - b.at)
        if (next === undefined) break
        due = due.filter((one) => one !== next)
        now = next.at
        next.run()
      }
      now = end
    },
  }
}
