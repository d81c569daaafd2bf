import type { Journal } from '../journal.ts'
import type { HistoryCall, RowId } from '../history-call.ts'

const BATCH = 200 // read in a few ms, so that a full export never delays a ring

/** All calls, newest first, a page at a time: safe while calls are being written. */
export function* historyBatches(
  journal: Pick<Journal, 'history'>,
): Generator<readonly HistoryCall[], void, undefined> {
  for (let before: RowId | null = Number.MAX_SAFE_INTEGER; before !== null;) {
    const page = journal.history({ filter: 'all', before, limit: BATCH })
    yield page.calls
    before = page.next
  }
}
