import type { Journal } from '../../core/history/journal.ts'
import type { HistoryCall } from '../../core/history/history-call.ts'
import type { OpenSpan } from './call-log/evening.ts'
import type { WatchingReport } from '../../core/report/watching-report.ts'

/** What a journal contains. */
export interface JournalContents {
  /** Newest first. */
  readonly calls: readonly HistoryCall[]
  readonly report: WatchingReport
  /** The to-do list. */
  readonly missed: readonly HistoryCall[]
  /** Gaps that the log hasn't filled in. */
  readonly open: readonly OpenSpan[]
  readonly inMemory: boolean
}

const PAGE = 500

/** Reads a journal as the window does: page by page. */
export function readJournal(journal: Journal): JournalContents {
  const calls: HistoryCall[] = []
  for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null;) {
    const page = journal.history({ filter: 'all', before, limit: PAGE })
    calls.push(...page.calls)
    before = page.next
  }
  return {
    calls,
    missed: journal.missedCalls(),
    open: journal.openSpans(0, Number.MAX_SAFE_INTEGER),
    report: journal.watchingReport(0, Number.MAX_SAFE_INTEGER),
    inMemory: journal.trouble()?.kind === 'memory',
  }
}
