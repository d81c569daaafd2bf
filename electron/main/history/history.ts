import type { AddressBook } from '../../../core/address-book/address-book.ts'
import { exportCsv } from '../../../core/history/export/export-csv.ts'
import { exportJson } from '../../../core/history/export/export-json.ts'
import { historyBatches } from '../../../core/history/export/history-batches.ts'
import type { Journal } from '../../../core/history/journal.ts'
import type { DayView, Exported, ExportFormat, ReportView } from '../../../core/contract.ts'
import type { CallKey } from '../../../core/domain.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import { dayOf } from '../../../core/words/day-text.ts'
import type { Words } from '../../../core/words/words.ts'
import { createExportFile, type ExportFileParts } from '../system/export-file.ts'

/** The window's requests to the journal other than reading it. */
export interface History {
  /** How many calls `forget` would delete; null if unknown. */
  countCaller(key: CallKey): number | null
  /** Deletes a caller from the history and the address book; returns the number of calls, null if not all is deleted. */
  forget(key: CallKey): number | null
  export(format: ExportFormat): Promise<Exported>
  /** Shows the last exported file in its folder. */
  showExport(): void
  /** Today, until now. */
  day(): DayView
  report(days: number): ReportView
}

export interface HistoryParts extends ExportFileParts {
  readonly journal: () => Journal
  /** The agent's own names, which are deleted with a caller. */
  readonly book?: () => Pick<AddressBook, 'forgetCaller'>
  readonly settings: () => Settings
  readonly words: () => Words
  /** The locale of the computer's regional format, such as `he-IL`. */
  readonly region?: () => string
}

export function createHistory({ journal, settings, words, now, ...parts }: HistoryParts): History {
  const file = createExportFile({ ...parts, now })

  const chunks = (format: ExportFormat): Iterable<string> =>
    format === 'csv'
      ? exportCsv(historyBatches(journal()), words().export, parts.region?.())
      : exportJson(historyBatches(journal()))

  return {
    countCaller(key) {
      const call = journal().call(key)
      return call === null ? 0 : journal().countCaller(call.phone)
    },
    forget(key) {
      const call = journal().call(key)
      if (call === null) return 0
      // The call stays until the book is done: it is what a second try is made from.
      const isForgotten = parts.book?.().forgetCaller(call.phone) ?? true
      return isForgotten ? journal().forgetCaller(call.phone) : null
    },
    export: (format) =>
      file.write(
        (moment) => `ringside-${moment}.${format}`,
        () => chunks(format),
      ),
    showExport: () => file.show(),
    day() {
      const to = now()
      const from = dayOf(to)
      return { from, to, ...journal().daySpans(from, to) }
    },
    report(days) {
      const to = now()
      const from = dayOf(to, days - 1)
      return {
        from,
        to,
        report: journal().watchingReport(from, to),
        coverage: journal().coverage(from, to),
        pollSeconds: settings().pollSeconds,
      }
    },
  }
}
