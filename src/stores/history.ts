import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { DayView, Exported, ExportFormat, ReportView } from '../../core/contract.ts'
import type { CallKey } from '../../core/domain.ts'
import type { HistoryFilter, HistoryPage, HistoryRequest } from '../../core/history/history-request.ts'
import { privateText } from '../privacy/private-text.ts'
import { useCompanion } from '../use-companion.ts'

/** What the user searches for in the history, and the requests to main about it. Null if main gave no response. */
export const useHistoryStore = defineStore('history', () => {
  const companion = useCompanion()
  return {
    /** As typed; remembered while other views are open. */
    text: privateText(),
    filter: ref<HistoryFilter>('all'),
    read: (request: HistoryRequest): Promise<HistoryPage | null> =>
      companion.request('history:read', request).catch(() => null),
    note: (key: CallKey, note: string): Promise<boolean | null> =>
      companion.request('history:note', key, note).catch(() => null),
    label: (key: CallKey, label: string | null): Promise<boolean | null> =>
      companion.request('history:label', key, label).catch(() => null),
    /** How many calls deleting this call's caller would remove. */
    countCaller: (key: CallKey): Promise<number | null> =>
      companion.request('history:count-caller', key).catch(() => null),
    forget: (key: CallKey): Promise<number | null> =>
      companion.request('history:forget', key).catch(() => null),
    /** Opens the recording that the call log names, in the browser; false if it didn't open. */
    openRecording: (key: CallKey): Promise<boolean> =>
      companion.request('call-log:open-recording', key).catch(() => false),
    write: (format: ExportFormat): Promise<Exported> =>
      companion.request('history:export', format).catch((): Exported => ({ kind: 'failed' })),
    showExport: (): Promise<void> => companion.request('history:show-export').catch(() => undefined),
    day: (): Promise<DayView | null> => companion.request('day:read').catch(() => null),
    report: (days: number): Promise<ReportView | null> =>
      companion.request('report:read', days).catch(() => null),
  }
})
