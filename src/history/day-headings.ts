import type { CallKey } from '../../core/domain.ts'
import type { HistoryCall } from '../../core/history/history-call.ts'
import { dayOf, dayText } from '../../core/words/day-text.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'

/** The heading above the first call of each day; the calls are newest first. */
export function dayHeadings(
  calls: readonly HistoryCall[],
  now: number,
  words: Words,
): ReadonlyMap<CallKey, string> {
  const headings = new Map<CallKey, string>()
  let last: number | null = null
  for (const { key, startedAt } of calls) {
    const day = dayOf(startedAt)
    if (day !== last) headings.set(key, dayText(startedAt, now, words))
    last = day
  }
  return headings
}
