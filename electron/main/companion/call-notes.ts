import type { CallNotes } from '../../../core/contract.ts'
import type { Call, CallKey } from '../../../core/domain.ts'
import type { HistoryCall } from '../../../core/history/history-call.ts'

/** The agent's note and label of each of these calls, from the journal; calls without either are left out. */
export function callNotes(
  calls: readonly Call[],
  stored: (key: CallKey) => HistoryCall | null,
): Readonly<Record<CallKey, CallNotes>> {
  return Object.fromEntries(
    calls.flatMap(({ key }) => {
      const { note = '', label = '' } = stored(key) ?? {}
      return note === '' && label === '' ? [] : [[key, { note, label }]]
    }),
  )
}
