import { exportCsv } from '../../../core/history/export/export-csv.ts'
import { exportJson } from '../../../core/history/export/export-json.ts'
import { historyBatches } from '../../../core/history/export/history-batches.ts'
import type { Journal } from '../../../core/history/journal.ts'
import type { Exported, ExportFormat, ReportView } from '../../../core/contract.ts'
import type { CallKey } from '../../../core/domain.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import { dayOf } from '../../../core/words/day-text.ts'
import type { Words } from '../../../core/words/words.ts'

/** What the window asks of the journal beyond reading it. */
export interface History {
  forget(key: CallKey): number
  export(format: ExportFormat): Promise<Exported>
  report(days: number): ReportView
}

export interface HistoryParts {
  readonly journal: () => Journal
  readonly settings: () => Settings
  readonly words: () => Words
  /** The locale of the computer's regional format, such as `he-IL`. */
  readonly region?: () => string
  readonly now: () => number
  /** Where a file of this name goes. */
  readonly place: (name: string) => string
  /** Writes the chunks one after the other; rejects rather than write over a file that is there. */
  readonly write: (file: string, chunks: Iterable<string>) => Promise<void>
}

export function createHistory(parts: HistoryParts): History {
  const { journal, settings, words, now, place, write } = parts
  const chunks = (format: ExportFormat): Iterable<string> =>
    format === 'csv'
      ? exportCsv(historyBatches(journal()), words().export, parts.region?.())
      : exportJson(historyBatches(journal()))

  return {
    forget(key) {
      const call = journal().call(key)
      return call === null ? 0 : journal().forgetCaller(call.phone)
    },
    async export(format) {
      const second = new Date(now()).toISOString().slice(0, 19).replaceAll(':', '-')
      const file = place(`ringside-${second}.${format}`)
      try {
        await write(file, chunks(format))
        return { kind: 'exported', file }
      } catch {
        return { kind: 'failed' }
      }
    },
    report(days) {
      const to = now()
      const from = dayOf(to, days - 1)
      return { from, to, report: journal().watchingReport(from, to), pollSeconds: settings().pollSeconds }
    },
  }
}
