import { join } from 'node:path'
import { openJournal, type JournalParts } from '../../../core/history/open-journal.ts'
import type { Journal } from '../../../core/history/journal.ts'

export interface Journals {
  /** The journal in use: the account's, or the demo's. */
  current(): Journal
  close(): void
}

export interface JournalsParts extends Required<Omit<JournalParts, 'path' | 'connect'>> {
  readonly folder: string
  readonly isDemo: () => boolean
}

/**
 * The account's history and the demo's, in separate files, opened on first use: simulated calls never mix with real
 * ones.
 */
export function createJournals({ folder, isDemo, ...parts }: JournalsParts): Journals {
  const open = new Map<string, Journal>()
  return {
    current() {
      const file = isDemo() ? 'demo-history.db' : 'history.db'
      const journal = open.get(file) ?? openJournal({ path: join(folder, file), ...parts }).journal
      open.set(file, journal)
      return journal
    },
    close: () => open.forEach((journal) => journal.close()),
  }
}
