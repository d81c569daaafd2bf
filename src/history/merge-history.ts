import type { HistoryPage } from '../../core/history/history-request.ts'

/**
 * The loaded calls, with the first page read again: the calls of that page, then the older loaded ones. If
 * the new page does not reach the loaded calls, what lies between is unknown, so it starts over.
 */
export function mergeHistory(loaded: HistoryPage, first: HistoryPage): HistoryPage {
  const { next } = first
  const newest = loaded.calls[0]
  if (next === null || newest === undefined || newest.rowId < next) return first
  const older = loaded.calls.filter(({ rowId }) => rowId < next)
  if (older.length === 0) return first
  return { calls: [...first.calls, ...older], next: loaded.next }
}
