import { DAY_MS, type Clock } from '../../../core/clock.ts'
import { serverTime } from '../../../core/clock/server-time.ts'
import type { AgentState } from '../../../core/domain.ts'
import { retentionLimit } from '../../../core/history/retention.ts'
import type { Journal } from '../../../core/history/journal.ts'

const FIRST_LOOK_MS = 60_000 // startup has priority
const BREATH_MS = 1_000 // between two batches: a ring must never wait for deletions
const AGAIN_MS = 600_000 // while the time is unknown

export interface RetentionParts {
  readonly clock: Pick<Clock, 'now' | 'after'>
  /** From which the server's time is derived: what is deleted depends on it. */
  readonly watch: () => AgentState
  readonly journal: () => Pick<Journal, 'prune'>
  /** Deletes other data older than this instant, epoch ms. */
  readonly removeOthers: (before: number) => void
  readonly days: () => number
}

/**
 * Deletes what is older than the configured days, in small batches, a minute after startup and daily; nothing while the
 * server's time is not known well enough. Returns a function that stops it.
 */
export function keepRetention({ clock, watch, journal, removeOthers, days }: RetentionParts): () => void {
  function look(): void {
    stop = clock.after(prune(), look)
  }
  /** Returns when to check again, in ms. */
  function prune(): number {
    const at = serverTime(watch(), clock.now())
    if (at === null) return AGAIN_MS
    const limit = retentionLimit(at, days())
    if (journal().prune(limit) > 0) return BREATH_MS
    removeOthers(limit)
    return DAY_MS
  }
  let stop = clock.after(FIRST_LOOK_MS, look)
  return () => stop()
}
