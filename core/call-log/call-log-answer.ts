import type { LoggedCall } from './logged-call.ts'
import type { Span } from './span.ts'

/** A response of the call log, read. */
export interface CallLogAnswer {
  /** The calls on the watched extension, oldest first. */
  readonly calls: readonly LoggedCall[]
  /** The part of the requested span for which all records arrived; null for none of it. */
  readonly covered: Span | null
  readonly problems: readonly RecordProblem[]
}

/**
 * Something odd about records, and how many there were. Left out are those with `no-record` (not an object), `no-time`,
 * a time in the `future`, and `no-extension` (they name none, and aren't about a known call). Used in spite of it are those
 * with an `unknown-word`, in `other-zone` (their times were in the account's zone, not UTC) and in `contradiction` (the
 * same record twice, with different contents). `missing`: the response says that there are more records than it has.
 */
export interface RecordProblem {
  readonly what:
    | 'no-record'
    | 'no-time'
    | 'future'
    | 'no-extension'
    | 'unknown-word'
    | 'other-zone'
    | 'contradiction'
    | 'missing'
  readonly count: number
}
