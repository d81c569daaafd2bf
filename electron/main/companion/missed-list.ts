import type { NamedCaller } from '../../../core/callers/known-caller.ts'
import type { WindowState } from '../../../core/contract.ts'
import type { Phone } from '../../../core/domain.ts'
import type { CustomerOf } from '../callers/caller-names.ts'
import type { Journal } from '../../../core/history/journal.ts'
import type { Companion } from './companion-types.ts'
import { missedFromHistory } from './missed-from-history.ts'

type Missed = Pick<WindowState, 'missed'>

/** The missed calls to work off, as the journal has them: those that are left, and those whose caller was spoken to. */
export interface MissedList {
  readonly read: () => Missed
  readonly actions: Pick<Companion, 'clearMissed' | 'dismissMissed' | 'restoreMissed' | 'seeMissed'>
}

export interface MissedListParts {
  readonly journal: () => Journal
  /** The agent's own name for a caller; null for none. */
  readonly ownName: (phone: Phone) => NamedCaller | null
  readonly customerOf: CustomerOf
}

/** The list as it is shown, and its changes. */
export interface ShownMissed {
  readonly current: () => Missed['missed']
  readonly become: (list: Missed) => void
}

export function createMissedList(
  { journal, ownName, customerOf }: MissedListParts,
  { current, become }: ShownMissed,
): MissedList {
  const read = (): Missed => ({
    missed: journal()
      .missedCalls()
      .map((call) =>
        missedFromHistory(call, ownName(call.phone)?.name ?? null, call.crm ?? customerOf(call)),
      ),
  })

  function change<T>(make: (journal: Journal) => T): T {
    const result = make(journal())
    become(read())
    return result
  }

  return {
    read,
    actions: {
      clearMissed: () => change((list) => list.clearMissed()),
      dismissMissed: (key) => change((list) => list.dismissMissed(key)),
      restoreMissed: (key) => change((list) => list.restoreMissed(key)),
      seeMissed() {
        if (current().some((one) => !one.seen)) change((list) => list.markSeen())
      },
    },
  }
}
