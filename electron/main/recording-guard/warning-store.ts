import type { CallKey } from '../../../core/domain.ts'
import type { Journal } from '../../../core/history/journal.ts'
import type { FoundWarning, GuardWarning } from '../../../core/recording-guard/guard-state.ts'
import { readWarning, storedText } from '../../../core/recording-guard/stored-warning.ts'

/** The guard's warnings in the journal, where they survive a restart and are deleted with their caller. */
export interface WarningStore {
  /** Stores the current ones, except for calls that this journal does not know. */
  store(holding: readonly GuardWarning[]): void
  /** What an earlier run left in this journal; nothing once it was read. */
  find(): readonly FoundWarning[]
  /** Those of calls that were deleted from the journal since. */
  removed(holding: readonly GuardWarning[]): readonly GuardWarning[]
}

export function createWarningStore(journal: () => Journal): WarningStore {
  const read = new Set<Journal>()
  let stored: ReadonlySet<CallKey> = new Set()

  return {
    store(holding) {
      const now = journal()
      now.storeWarnings(holding.map((one) => ({ call: one.call, text: storedText(one) })))
      stored = new Set(holding.flatMap(({ call }) => (now.call(call) === null ? [] : [call])))
    },
    find() {
      const now = journal()
      if (read.has(now)) return []
      read.add(now)
      return now.warnings().flatMap(({ text, lastSeenAt, ...about }) => {
        const warning = readWarning(text, about)
        return warning === null ? [] : [{ warning, lastSeenAt }]
      })
    },
    removed: (holding) => holding.filter(({ call }) => stored.has(call) && journal().call(call) === null),
  }
}
