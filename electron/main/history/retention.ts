import { DAY_MS, type Clock } from '../../../core/clock.ts'
import { retentionLimit } from '../../../core/history/retention.ts'
import type { Journal } from '../../../core/history/journal.ts'

const FIRST_LOOK_MS = 60_000 // the start has better to do
const BREATH_MS = 1_000 // between two batches: a ring must never wait for old calls to go
const AGAIN_MS = 600_000 // while the time is not known

export interface RetentionParts {
  readonly clock: Pick<Clock, 'after'>
  /** Epoch ms; null while it is not known well enough to delete anything by. */
  readonly now: () => number | null
  readonly journal: () => Pick<Journal, 'prune'>
  /** Deletes what else is older than this instant, epoch ms. */
  readonly removeOthers: (before: number) => void
  readonly days: () => number
}

/** Removes what is older than the set days, in small batches, a minute after the start and each day. Returns its own end. */
export function keepRetention({ clock, now, journal, removeOthers, days }: RetentionParts): () => void {
  function look(): void {
    stop = clock.after(prune(), look)
  }
  /** Returns when to look again, in ms. */
  function prune(): number {
    const at = now()
    if (at === null) return AGAIN_MS
    const limit = retentionLimit(at, days())
    if (journal().prune(limit) > 0) return BREATH_MS
    removeOthers(limit)
    return DAY_MS
  }
  let stop = clock.after(FIRST_LOOK_MS, look)
  return () => stop()
}
