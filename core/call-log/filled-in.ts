import type { HistoryCall } from '../history/history-call.ts'

/** What a response of the call log changed in the history. */
export interface FilledIn {
  /** Calls that no poll saw. */
  readonly added: readonly HistoryCall[]
  /** Calls about which the log knew more, or something else. */
  readonly corrected: readonly HistoryCall[]
  /** Those of both that are now missed calls and weren't before: to be announced quietly, once. */
  readonly missed: readonly HistoryCall[]
  /** How many were deleted again: their caller had been forgotten, as their ids now say. */
  readonly removed: number
}
