import type { AddressBook } from '../../../core/address-book/address-book.ts'
import { exportCsv } from '../../../core/history/export/export-csv.ts'
import { exportJson } from '../../../core/history/export/export-json.ts'
import { historyBatches } from '../../../core/history/export/history-batches.ts'
import type { Journal } from '../../../core/history/journal.ts'
import type { DayView, DeletedCaller, Exported, ExportFormat, ReportView } from '../../../core/contract.ts'
import type { CallKey } from '../../../core/domain.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import { dayOf } from '../../../core/words/day-text.ts'
import type { Words } from '../../../core/words/words.ts'
import { createExportFile, type ExportFileParts } from '../system/export-file.ts'

/** The window's requests to the journal other than reading it. */
export interface History {
  /** How many calls `forget` would delete; null if unknown. */
  countCaller(key: CallKey): number | null
  /** Deletes a caller from the history and the address book; from neither while one of them can't be written. */
  forget(key: CallKey): DeletedCaller
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

const NOT_DELETED: DeletedCaller = { kind: 'not-deleted' }

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
      if (call === null) return { kind: 'deleted', calls: 0 }
      journal().retry()
      // Both or neither: a retry starts from the call.
      if (journal().trouble()?.kind === 'memory') return NOT_DELETED
      if (parts.book?.().forgetCaller(call.phone) === false) return NOT_DELETED
      const calls = journal().forgetCaller(call.phone)
      return calls === null ? NOT_DELETED : { kind: 'deleted', calls }
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
