import type { CallKey } from '../../../core/domain.ts'
import type { HistoryCall } from '../../../core/history/history-call.ts'
import type { WrittenNote } from '../step.ts'
import type { Violation } from '../violation.ts'

const RULE = 'notes stored'

/** The history has the last note written for each call, also if its id was known only later. */
export function notesStored(
  written: readonly WrittenNote[],
  stored: readonly HistoryCall[],
  wasForgotten: (key: CallKey) => boolean = () => false,
): readonly Violation[] {
  const rows = new Map(stored.map(({ key, note }) => [key, note]))
  const last = new Map(written.map((note) => [note.call, note]))
  const texts = new Set(rows.values())
  return [...last.values()].flatMap(({ at, call, text }) =>
    rows.get(call) === text || (!rows.has(call) && texts.has(text)) || wasForgotten(call)
      ? []
      : [{ rule: RULE, at, what: `of ${call}: “${rows.get(call)?.slice(0, 20)}”` }],
  )
}
