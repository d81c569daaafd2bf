/** What the agent wrote about a caller, or a file contains. */
export interface EntryText {
  /** `''` if only the company is known. */
  readonly name: string
  /** `''` for none. */
  readonly company: string
  /** `''` for none; may have several lines. */
  readonly note: string
  /** As written, in order. At least one identifies a caller. */
  readonly numbers: readonly string[]
}

/** An entry of the address book. Ids are never reused. */
export interface Entry extends EntryText {
  readonly id: number
}
