/** Virtual time: an ordered list of what is still to happen. It uses no clock and no timers. */
export interface Timeline {
  /** Epoch ms in the world. */
  now(): number
  /** Runs `run` once, `ms` from now (rounded to whole ms, never in the past). */
  after(ms: number, run: () => void): void
  /** Runs everything that is due up to and including `at`, each at its own time. An earlier `at` changes nothing. */
  advanceTo(at: number): void
  /** When the next thing is due; null when nothing is. */
  nextAt(): number | null
}

interface Due {
  readonly at: number
  /** Things due at the same time run in the order in which they were added. */
  readonly order: number
  readonly run: () => void
}

const before = (one: Due, other: Due): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order)

/** A timeline that starts at `startAt` (epoch ms). A binary heap: adding and removing cost log n. */
export function createTimeline(startAt: number): Timeline {
  const heap: Due[] = []
  let now = startAt
  let order = 0

  function add(due: Due): void {
    let slot = heap.length
    heap.push(due)
    while (slot > 0) {
      const above = (slot - 1) >> 1
      const parent = heap[above]
      if (parent === undefined || !before(due, parent)) break
      heap[slot] = parent
      slot = above
    }
    heap[slot] = due
  }

  function sink(due: Due): void {
    let slot = 0
    for (;;) {
      let below = slot * 2 + 1
      let child = heap[below]
      if (child === undefined) break
      const right = heap[below + 1]
      if (right !== undefined && before(right, child)) {
        below += 1
        child = right
      }
      if (!before(child, due)) break
      heap[slot] = child
      slot = below
    }
    heap[slot] = due
  }

  function take(until: number): Due | null {
    const first = heap[0]
    if (first === undefined || first.at > until) return null
    const last = heap.pop()
    if (last !== undefined && heap.length > 0) sink(last)
    return first
  }

  return {
    now: () => now,
    after(ms, run) {
      order += 1
      add({ at: now + Math.max(0, Math.round(ms)), order, run })
    },
    advanceTo(at) {
      for (let due = take(at); due !== null; due = take(at)) {
        now = due.at
        due.run()
      }
      now = Math.max(now, at)
    },
    nextAt: () => heap[0]?.at ?? null,
  }
}
