import type { Journal } from '../journal.ts'
import type { HistoryQuestion } from '../history-question.ts'
import type { HistoryCall, Place } from '../history-call.ts'

const BATCH = 200 // read in a few ms, so that an export of everything never holds up a ring

/** All calls that answer a question, newest first, a page at a time: what is written meanwhile disturbs nothing. */
export function* historyBatches(
  journal: Pick<Journal, 'history'>,
  { text = '', filter }: Pick<HistoryQuestion, 'text' | 'filter'> = { filter: 'all' },
): Generator<readonly HistoryCall[], void, undefined> {
  for (let before: Place | null = Number.MAX_SAFE_INTEGER; before !== null;) {
    const page = journal.history({ text, filter, before, limit: BATCH })
    yield page.calls
    before = page.next
  }
}
