import type { Journal } from '../../core/journal/journal.ts'
import type { KeptCall } from '../../core/journal/kept-call.ts'
import type { WatchingReport } from '../../core/journal/watching-report.ts'

/** What a journal holds. */
export interface Kept {
  /** Newest first. */
  readonly calls: readonly KeptCall[]
  readonly report: WatchingReport
}

const PAGE = 500

/** Reads a journal as the window does: page by page. */
export function readKept(journal: Journal): Kept {
  const calls: KeptCall[] = []
  for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null;) {
    const page = journal.history({ filter: 'all', before, limit: PAGE })
    calls.push(...page.calls)
    before = page.next
  }
  return { calls, report: journal.watchingReport(0, Number.MAX_SAFE_INTEGER) }
}
