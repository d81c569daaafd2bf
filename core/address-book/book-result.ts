import type { UnwritableWhy } from '../database/unwritable-why.ts'

/** Why the address book can't be written. `newer`: a newer Ringside wrote it. */
export type NotSavedWhy = UnwritableWhy | 'newer'

export interface NotSaved {
  readonly kind: 'not-saved'
  readonly why: NotSavedWhy
}

/** `gone`: there is no entry with this id any more. */
export type SavedEntry =
  | { readonly kind: 'saved'; readonly id: number }
  | { readonly kind: 'no-name' | 'no-number' | 'gone' }
  | NotSaved

export type RemovedEntry = { readonly kind: 'removed' | 'gone' } | NotSaved

/** `set-aside`: its file was corrupt and renamed to `file`, and a new one started. `unavailable`: it can't be opened. */
export type BookTrouble =
  | { readonly kind: 'set-aside'; readonly file: string }
  | { readonly kind: 'unavailable'; readonly why: NotSavedWhy }
