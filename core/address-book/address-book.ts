import type { NamedCaller } from '../callers/known-caller.ts'
import type { Phone } from '../domain.ts'
import type { BookPage, BookRequest } from './book-page.ts'
import type { NotSaved, RemovedEntry, SavedEntry } from './book-result.ts'
import type { Entry, EntryText } from './entry.ts'
import type { ImportCounts } from './plan-import.ts'
import type { ReadEntry } from './read-entry.ts'

/** The agent's own names for callers. What a method reports as saved is on disk; none of them throws. */
export interface AddressBook {
  /**
   * The name for a caller, or the company's where there is no other; null for none, and for a withheld number. Of several
   * entries, that of the one saved last.
   */
  nameFor(phone: Phone): NamedCaller | null
  /** The entries with this caller's number, the one whose name is shown first. */
  entriesFor(phone: Phone): readonly Entry[]
  /** The callers of the entries that a search finds, at most `most`: keys as in `callerKey`. */
  callersFound(text: string, most: number): readonly string[]
  page(request: BookRequest): BookPage
  /** All entries, by name. */
  entries(): readonly Entry[]
  /** Adds an entry, or changes the one with this id. */
  save(written: EntryText, id: number | null): SavedEntry
  remove(id: number): RemovedEntry
  /** Puts a removed entry back, as long as the program runs. */
  restore(id: number): SavedEntry
  /** Adds what isn't there yet of entries that were read for this region: all of it, or nothing. */
  add(read: readonly ReadEntry[], region: string): AddedEntries
  /**
   * Removes this caller's number from every entry, and entries without another number; overwrites their bytes, now or with
   * a later `retry`. Returns false if nothing was removed, because the file can't be read or written.
   */
  forgetCaller(phone: Phone): boolean
  /** Tries again what failed: to open the file, and to overwrite what was deleted. Doesn't wait for another process. */
  retry(): void
  close(): void
}

/** What adding several entries did. `too-many`: nothing was added, there would be more than MAX_ENTRIES. */
export type AddedEntries =
  | { readonly kind: 'added'; readonly counts: ImportCounts }
  | { readonly kind: 'too-many' }
  | NotSaved
