import type { BookTrouble } from './book-result.ts'
import type { Entry } from './entry.ts'

/** A part of the list of entries, by name. */
export interface BookRequest {
  /** As typed: words of a name, company or note, or digits of a number; `''` for all. */
  readonly text: string
  /** How many entries to skip. */
  readonly from: number
  readonly limit: number
}

/** Another entry with the same number. */
export interface SharedNumber {
  readonly name: string
  /** Its name is shown when the number rings: it was saved later. */
  readonly wins: boolean
}

export interface BookEntry extends Entry {
  readonly shared: readonly SharedNumber[]
}

export interface BookPage {
  readonly entries: readonly BookEntry[]
  /** How many entries the search finds. */
  readonly found: number
  /** How many entries there are. */
  readonly total: number
  /** What is wrong with the address book's file; null for nothing. */
  readonly trouble: BookTrouble | null
}
