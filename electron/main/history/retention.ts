import type { Clock } from '../../../core/clock.ts'
import { retentionLimit } from '../../../core/history/retention.ts'
import type { Journal } from '../../../core/history/journal.ts'

const DAY_MS = 86_400_000
const FIRST_LOOK_MS = 60_000 // the start has better to do
const BREATH_MS = 1_000 // between two batches: a ring must never wait for old calls to go

export interface RetentionParts {
  readonly clock: Clock
  readonly journal: () => Pick<Journal, 'prune'>
  readonly days: () => number
}

/** Removes what is older than the set days, in small batches, a minute after the start and each day. Returns its own end. */
export function keepRetention({ clock, journal, days }: RetentionParts): () => void {
  function look(): void {
    const removed = journal().prune(retentionLimit(clock.now(), days()))
    stop = clock.after(removed > 0 ? BREATH_MS : DAY_MS, look)
  }
  let stop = clock.after(FIRST_LOOK_MS, look)
  return () => stop()
}
