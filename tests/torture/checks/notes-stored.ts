import type { HistoryCall } from '../../../core/history/history-call.ts'
import type { WrittenNote } from '../step.ts'
import type { Violation } from '../violation.ts'

const RULE = 'notes stored'

/** The history has the last note written for each call. */
export function notesStored(
  written: readonly WrittenNote[],
  stored: readonly HistoryCall[],
): readonly Violation[] {
  const rows = new Map(stored.map(({ key, note }) => [key, note]))
  const last = new Map(written.map((note) => [note.call, note]))
  return [...last.values()].flatMap(({ at, call, text }) =>
    rows.get(call) === text
      ? []
      : [{ rule: RULE, at, what: `of ${call}: “${rows.get(call)?.slice(0, 20)}”` }],
  )
}
