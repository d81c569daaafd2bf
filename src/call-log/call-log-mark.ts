import type { HistoryCall } from '../../core/history/history-call.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'

/** What a row says about a call that the call log filled in; `''` where the log added nothing that was missing. */
export function callLogMark({ logged, endSeen }: HistoryCall, { callLog }: Words): string {
  if (logged === undefined) return ''
  if (logged.unseen) return callLog.unseen
  if (!endSeen || logged.polled?.outcome === 'unknown') return callLog.endFilledIn
  return logged.polled === undefined ? '' : callLog.corrected
}
