import type { HistoryPage } from '../../core/history/history-question.ts'

/**
 * What is loaded, with its first page read anew: the calls of that page, then the older ones that were loaded. Where
 * the new page does not reach the loaded calls, what lies between is not known, so it begins afresh.
 */
export function mergeHistory(loaded: HistoryPage, first: HistoryPage): HistoryPage {
  const { next } = first
  const newest = loaded.calls[0]
  if (next === null || newest === undefined || newest.place < next) return first
  const older = loaded.calls.filter(({ place }) => place < next)
  if (older.length === 0) return first
  return { calls: [...first.calls, ...older], next: loaded.next }
}
