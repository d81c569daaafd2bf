import type { Recording, SeenCall } from '../../domain.ts'
import { seenCall } from '../../testing/seen.ts'
import type { Journal } from '../journal.ts'
import { openJournal } from '../open-journal.ts'
import { inMemory } from './in-memory.ts'
import { createWatcher } from './watcher.ts'

/** When the first call rings, and the journal's current time: a morning in local time. */
export const NOW = new Date(2026, 10, 22, 10, 14).getTime()
export const MINUTE = 60_000

interface Course {
  readonly talked?: number
  readonly at?: number
  readonly muted?: boolean
}

export interface FilledJournal {
  readonly journal: Journal
  /** Adds a call, by default a minute after the previous one: it rings for 5 s, then talks for `talked` seconds. */
  call(change: Partial<SeenCall>, course?: Course): void
  /** The ids of the calls that a search finds, newest first. */
  find(text: string, filter?: 'all' | 'missed'): readonly string[]
}

/** A journal in memory, to fill with calls `c0`, `c1`… */
export function filledJournal(): FilledJournal {
  const { journal } = openJournal({
    ...inMemory,
    now: () => NOW,
    log: (line) => {
      throw new Error(line)
    },
  })
  const watcher = createWatcher()
  let count = 0
  const show = (calls: readonly SeenCall[], at: number) => journal.record(watcher.see(calls, at), at)
  return {
    journal,
    call(change, { talked = 0, at = NOW + count * MINUTE, muted = false } = {}) {
      const call = seenCall({ ivrid: `c${count++}`, ...change })
      const recording: Recording = { state: muted ? 'muted' : 'recorded', fileName: '' }
      show([call], at)
      if (talked > 0) show([{ ...call, phase: 'talking', answered: true, recording }], at + 5_000)
      show([], at + 5_000 + talked * 1_000)
    },
    find: (text, filter = 'all') =>
      journal.history({ filter, text, limit: 50 }).calls.map(({ ivrid }) => ivrid),
  }
}
