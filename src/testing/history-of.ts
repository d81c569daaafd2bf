import type { HistoryPage, HistoryQuestion } from '../../core/history/history-question.ts'
import type { HistoryCall } from '../../core/history/history-call.ts'

/** Main's history of these calls, newest first, with its paging, filters and search. */
export const historyOf =
  (calls: readonly HistoryCall[]) =>
  ({ text = '', filter, before = Infinity, limit }: HistoryQuestion): HistoryPage => {
    const found = calls.filter(
      (call) =>
        call.place < before &&
        (filter === 'all' || call.outcome === filter) &&
        wordsOf(call).some((words) => words.includes(text)),
    )
    const next = found.length > limit ? (found[limit - 1]?.place ?? null) : null
    return { calls: found.slice(0, limit), next }
  }

const wordsOf = ({ name, note, phone }: HistoryCall): readonly string[] => [
  name,
  note,
  phone.kind === 'number' ? phone.e164 : phone.received,
]
