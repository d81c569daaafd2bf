import type { BareJournal } from './create-journal.ts'
import { sqliteFault } from '../database/sqlite-fault.ts'

/** A change to a journal. Idempotent, so that it can be repeated in another journal later. */
export type Change = (journal: BareJournal) => unknown

/** Changes that are only in memory, in order, until the file is writable. */
export interface UnsavedChanges {
  /** `quiet`: what this change replaces, if the previous one was the same; null for nothing. */
  add(change: Change, quiet: string | null): void
  /**
   * Applies up to `most` of them to another journal, the oldest first. Returns whether that was all. Throws errors of
   * its database; changes applied by then aren't repeated. A change that fails by itself is skipped and logged.
   */
  handOver(journal: BareJournal, most: number): boolean
}

export function createUnsavedChanges(log: (line: string) => void): UnsavedChanges {
  const waiting: { readonly change: Change; readonly quiet: string | null }[] = []

  return {
    add(change, quiet) {
      const noise = waiting.findLastIndex((one) => one.quiet === null)
      const same = quiet === null ? -1 : waiting.findLastIndex((one) => one.quiet === quiet)
      if (same > noise) waiting.splice(same, 1)
      waiting.push({ change, quiet })
    },
    handOver(journal, most) {
      for (let count = 0; count < most; count++) {
        const first = waiting[0]
        if (first === undefined) return true
        try {
          first.change(journal)
        } catch (error) {
          if (sqliteFault(error) !== 'other') throw error
          log('journal: a change could not be written to the file')
        }
        waiting.shift()
      }
      return waiting.length === 0
    },
  }
}
