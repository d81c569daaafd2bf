import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Exported, ExportFormat } from '../../core/contract.ts'
import type { CallKey } from '../../core/domain.ts'
import type { HistoryFilter, HistoryRequest } from '../../core/history/history-request.ts'
import { privateText } from '../privacy/private-text.ts'
import { asFailed, useCompanion } from '../use-companion.ts'

/** What the user searches for in the history, and the requests to main about it. Null if main gave no response. */
export const useHistoryStore = defineStore('history', () => {
  const companion = useCompanion()
  return {
    /** As typed; remembered while other views are open. */
    text: privateText(),
    filter: ref<HistoryFilter>('all'),
    read: (request: HistoryRequest) => companion.ask('history:read', request),
    note: (key: CallKey, note: string) => companion.ask('history:note', key, note),
    label: (key: CallKey, label: string | null) => companion.ask('history:label', key, label),
    /** How many calls deleting this call's caller would remove. */
    countCaller: (key: CallKey) => companion.ask('history:count-caller', key),
    forget: (key: CallKey) => companion.ask('history:forget', key),
    /** Opens the recording that the call log names, in the browser; false if it didn't open. */
    openRecording: async (key: CallKey) => (await companion.ask('call-log:open-recording', key)) ?? false,
    write: (format: ExportFormat): Promise<Exported> =>
      companion.request('history:export', format).catch(asFailed),
    showExport: () => companion.send('history:show-export'),
    day: () => companion.ask('day:read'),
    report: (days: number) => companion.ask('report:read', days),
  }
})
