import type { Clock } from '../clock.ts'

/** A clock that stops until it is advanced: for tests and simulation. */
export interface VirtualClock extends Clock {
  /** Advances time by `ms`, running due timers in order and letting promises settle after each. */
  advance(ms: number): Promise<void>
  /** The number of pending timers: none may be left. */
  waiting(): number
}

interface Timer {
  readonly due: number
  /** Timers due at the same instant run in the order in which they were set. */
  readonly order: number
  /** Null once it ran or was cancelled. */
  run: (() => void) | null
}

/**
 * A clock that shows `startAt`, epoch ms. Setting, cancelling and running a timer cost log n: a shift has many.
 * Time stands still until `settled` resolves: one turn of the event loop, unless there is something real to wait for.
 */
export function virtualClock(startAt = 0, settled = oneTurn): VirtualClock {
  let now = startAt
  let orders = 0
  let waiting = 0
  const heap: Timer[] = []

  function takeDue(until: number): Timer | null {
    for (let first = heap[0]; first !== undefined; first = heap[0]) {
      if (first.run !== null && first.due > until) return null
      removeFirst(heap)
      if (first.run !== null) return first
    }
    return null
  }

  return {
    now: () => now,
    after(ms, run) {
      const timer: Timer = { due: now + Math.max(0, ms), order: orders++, run }
      add(heap, timer)
      waiting += 1
      return () => {
        if (timer.run === null) return
        timer.run = null
        waiting -= 1
      }
    },
    async advance(ms) {
      const until = now + ms
      await settled()
      for (let timer = takeDue(until); timer !== null; timer = takeDue(until)) {
        const { run, due } = timer
        timer.run = null
        waiting -= 1
        now = due
        run?.()
        await settled()
      }
      now = until
    },
    waiting: () => waiting,
  }
}

/** One turn of the event loop: by then every promise that waits for no timer of the computer's own has settled. */
const oneTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

const before = (one: Timer, other: Timer): boolean =>
  one.due < other.due || (one.due === other.due && one.order < other.order)

/** Adds to a binary heap, the earliest first. */
function add(heap: Timer[], timer: Timer): void {
  let slot = heap.length
  while (slot > 0) {
    const above = (slot - 1) >> 1
    const parent = heap[above]
    if (parent === undefined || !before(timer, parent)) break
    heap[slot] = parent
    slot = above
  }
  heap[slot] = timer
}

function removeFirst(heap: Timer[]): void {
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return
  let slot = 0
  for (;;) {
    const below = earlierChild(heap, slot)
    const child = heap[below]
    if (child === undefined || !before(child, last)) break
    heap[slot] = child
    slot = below
  }
  heap[slot] = last
}

function earlierChild(heap: readonly Timer[], slot: number): number {
  const left = slot * 2 + 1
  const [one, other] = [heap[left], heap[left + 1]]
  return one !== undefined && other !== undefined && before(other, one) ? left + 1 : left
}
