import type { NotSaved } from './book-result.ts'
import type { EntryText } from './entry.ts'
import type { ImportCounts } from './plan-import.ts'
import type { UnreadableWhy } from './unreadable.ts'

/** An entry as the window's form has it: its numbers are lines of one text. */
export interface WrittenEntry extends Omit<EntryText, 'numbers'> {
  readonly numbers: string
}

/** `id`: the entry that has this caller's number, the one whose name is shown; null for none yet. */
export interface CallerEntry {
  readonly id: number | null
  readonly entry: WrittenEntry
}

/** The outcome of importing a file into the address book. */
export type Imported =
  | { readonly kind: 'imported'; readonly counts: ImportCounts }
  | { readonly kind: 'cancelled' }
  /** The file can't be read, or isn't a list of entries. */
  | { readonly kind: 'unreadable'; readonly why: UnreadableWhy }
  | NotSaved
