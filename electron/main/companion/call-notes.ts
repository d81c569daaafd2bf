import type { CallNotes } from '../../../core/contract.ts'
import type { Call, CallKey } from '../../../core/domain.ts'
import type { HistoryCall } from '../../../core/history/history-call.ts'

/** What the agent wrote of each of these calls, as the journal has it; nothing for a call without note and label. */
export function callNotes(
  calls: readonly Call[],
  kept: (key: CallKey) => HistoryCall | null,
): Readonly<Record<CallKey, CallNotes>> {
  return Object.fromEntries(
    calls.flatMap(({ key }) => {
      const { note = '', label = '' } = kept(key) ?? {}
      return note === '' && label === '' ? [] : [[key, { note, label }]]
    }),
  )
}
