import { join } from 'node:path'
import { exportCsv } from '../../../core/history/export/export-csv.ts'
import { exportJson } from '../../../core/history/export/export-json.ts'
import { historyBatches } from '../../../core/history/export/history-batches.ts'
import type { Journal } from '../../../core/history/journal.ts'
import type { DayView, Exported, ExportFormat, ReportView } from '../../../core/contract.ts'
import type { CallKey } from '../../../core/domain.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import { dayOf } from '../../../core/words/day-text.ts'
import type { Words } from '../../../core/words/words.ts'

/** The window's requests to the journal other than reading it. */
export interface History {
  /** How many calls `forget` would delete; null if unknown. */
  countCaller(key: CallKey): number | null
  forget(key: CallKey): number
  export(format: ExportFormat): Promise<Exported>
  /** Shows the last exported file in its folder. */
  showExport(): void
  /** Today, until now. */
  day(): DayView
  report(days: number): ReportView
}

export interface HistoryParts {
  readonly journal: () => Journal
  readonly settings: () => Settings
  readonly words: () => Words
  /** The locale of the computer's regional format, such as `he-IL`. */
  readonly region?: () => string
  readonly now: () => number
  /** The user's downloads folder; null if the system names none. It may not exist. */
  readonly downloads: () => string | null
  /** Asks the user for a folder; null when they choose none. */
  readonly chooseFolder: () => Promise<string | null>
  /** Writes the chunks one after the other; rejects instead of overwriting an existing file. */
  readonly write: (file: string, chunks: Iterable<string>) => Promise<void>
  readonly showFile: (file: string) => void
}

export function createHistory({ journal, settings, words, now, ...parts }: HistoryParts): History {
  let exported: string | null = null

  const chunks = (format: ExportFormat): Iterable<string> =>
    format === 'csv'
      ? exportCsv(historyBatches(journal()), words().export, parts.region?.())
      : exportJson(historyBatches(journal()))

  async function writeIn(folder: string, name: string, format: ExportFormat): Promise<Exported> {
    const file = join(folder, name)
    await parts.write(file, chunks(format))
    exported = file
    return { kind: 'exported', file }
  }

  /** To the downloads folder; null if that can't be written to. */
  async function writeInDownloads(name: string, format: ExportFormat): Promise<Exported | null> {
    const folder = parts.downloads()
    try {
      return folder === null ? null : await writeIn(folder, name, format)
    } catch (error) {
      return isNoFolder(error) ? null : FAILED
    }
  }

  return {
    countCaller(key) {
      const call = journal().call(key)
      return call === null ? 0 : journal().countCaller(call.phone)
    },
    forget(key) {
      const call = journal().call(key)
      return call === null ? 0 : journal().forgetCaller(call.phone)
    },
    async export(format) {
      const second = new Date(now()).toISOString().slice(0, 19).replaceAll(':', '-')
      const name = `ringside-${second}.${format}`
      const written = await writeInDownloads(name, format)
      if (written !== null) return written
      const folder = await parts.chooseFolder()
      return folder === null ? { kind: 'cancelled' } : writeIn(folder, name, format).catch(() => FAILED)
    },
    showExport: () => exported !== null && parts.showFile(exported),
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

const FAILED: Exported = { kind: 'failed' }

/** It is missing or not writable: another folder may work, which would not help on a full disk. */
const isNoFolder = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS'].some((code) => code === error.code)
