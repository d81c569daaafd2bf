import type { HistoryPage, HistoryRequest } from '../../core/history/history-request.ts'
import type { HistoryCall } from '../../core/history/history-call.ts'

/** Main's history of these calls, newest first, with its paging, filters and search. */
export const historyOf =
  (calls: readonly HistoryCall[]) =>
  ({ text = '', filter, before = Infinity, limit }: HistoryRequest): HistoryPage => {
    const found = calls.filter(
      (call) =>
        call.rowId < before &&
        (filter === 'all' || call.outcome === filter) &&
        wordsOf(call).some((words) => words.includes(text)),
    )
    const next = found.length > limit ? (found[limit - 1]?.rowId ?? null) : null
    return { calls: found.slice(0, limit), next }
  }

const wordsOf = ({ name, note, phone }: HistoryCall): readonly string[] => [
  name,
  note,
  phone.kind === 'number' ? phone.e164 : phone.received,
]
