import type { Clock } from '../clock.ts'

/** A clock that stands still until it is turned: for tests and simulation. */
export interface VirtualClock extends Clock {
  /** Turns time forward by `ms`, running what falls due in order and letting promises settle after each. */
  advance(ms: number): Promise<void>
  /** How many timers wait: none may be left over. */
  waiting(): number
}

const SETTLING_TURNS = 20 // promise hops between an answer and the timer it sets: a dozen, with room

export function virtualClock(startAt = 0): VirtualClock {
  let now = startAt
  let nextId = 0
  const timers = new Map<number, { readonly due: number; readonly run: () => void }>()

  async function settle(): Promise<void> {
    for (let turn = 0; turn < SETTLING_TURNS; turn++) await Promise.resolve()
  }

  const earliest = (until: number) =>
    [...timers]
      .filter(([, { due }]) => due <= until)
      .sort(([idA, a], [idB, b]) => a.due - b.due || idA - idB)[0]

  return {
    now: () => now,
    after(ms, run) {
      const id = nextId++
      timers.set(id, { due: now + Math.max(0, ms), run })
      return () => void timers.delete(id)
    },
    async advance(ms) {
      const until = now + ms
      await settle()
      for (let next = earliest(until); next !== undefined; next = earliest(until)) {
        const [id, { due, run }] = next
        timers.delete(id)
        now = due
        run()
        await settle()
      }
      now = until
    },
    waiting: () => timers.size,
  }
}
