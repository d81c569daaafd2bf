import type { Clock } from '../../core/clock.ts'

/** The computer on which one run of the program runs: its clock may be wrong, it sleeps, and it dies. */
export interface Computer {
  readonly clock: Clock
  /** Runs something of the system itself after `ms`; it isn't counted as one of the program's timers. */
  systemAfter(ms: number, run: () => void): void
  /** No timer runs until `thaw`; timers that fall due in the meantime run then, in order. */
  freeze(): void
  thaw(): void
  /** How often it was frozen: network requests from before have failed. */
  naps(): number
  /** Nothing runs here any more. */
  kill(): void
  /** Timers that wait. */
  waiting(): number
}

/** A computer on true time; `errorMs`: how far its own clock is ahead. */
export function createComputer(trueTime: Clock, errorMs: () => number): Computer {
  let naps = 0
  let frozen = false
  let dead = false
  let waiting = 0
  let held: (() => void)[] = []

  function after(ms: number, run: () => void, weight = 1): () => void {
    if (dead) return () => undefined
    let pending = true
    waiting += weight
    function settle(): boolean {
      if (!pending || dead) return false
      pending = false
      waiting -= weight
      return true
    }
    function fire(): void {
      if (frozen) held.push(fire)
      else if (settle()) run()
    }
    // Whole milliseconds, like Date.now, and at least one for any wait, like Node's timers.
    const takeBack = trueTime.after(Math.max(Math.trunc(ms), ms > 0 ? 1 : 0), fire)
    return () => {
      if (settle()) takeBack()
    }
  }

  return {
    clock: {
      now: () => trueTime.now() + errorMs(),
      steady: trueTime.now,
      after: (ms, run) => after(ms, run),
    },
    systemAfter: (ms, run) => void after(ms, run, 0),
    freeze() {
      frozen = true
      naps += 1
    },
    thaw() {
      frozen = false
      const due = held
      held = []
      for (const fire of due) trueTime.after(0, fire)
    },
    naps: () => naps,
    kill() {
      dead = true
      held = []
    },
    waiting: () => waiting,
  }
}
