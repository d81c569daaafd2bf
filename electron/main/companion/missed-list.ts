import type { NamedCaller } from '../../../core/callers/known-caller.ts'
import type { WindowState } from '../../../core/contract.ts'
import type { MissedCall } from '../../../core/domain.ts'
import type { HistoryCall } from '../../../core/history/history-call.ts'
import type { Journal } from '../../../core/history/journal.ts'
import type { Companion, CompanionParts } from './companion-types.ts'

type Missed = Pick<WindowState, 'missed'>

/** The missed calls to work off, as the journal has them: those that are left, and those whose caller was spoken to. */
export interface MissedList {
  readonly read: () => Missed
  readonly actions: Pick<Companion, 'clearMissed' | 'dismissMissed' | 'restoreMissed' | 'seeMissed'>
}

/** The list as it is shown, and its changes. */
export interface ShownMissed {
  readonly current: () => Missed['missed']
  readonly become: (list: Missed) => void
}

export function createMissedList(
  { journal, ownName, customerOf }: Pick<CompanionParts, 'journal' | 'ownName' | 'customerOf'>,
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

/**
 * A missed call as listed in the window. `ownName`: the agent's own name for the caller; null for none. `customer`: who
 * they are by the organisation's endpoint.
 */
export function missedFromHistory(
  call: HistoryCall,
  ownName: string | null = null,
  customer: NamedCaller | null = call.crm ?? null,
): MissedCall {
  const { key, ivrid, phone, name, did, direction, startedAt, endedAt, seen, endSeen } = call
  const { calledBack, note, logged } = call
  return {
    ...{ key, ivrid, phone, name, did, direction, startedAt, endedAt: endedAt ?? startedAt, seen, endSeen },
    ...(calledBack === undefined ? {} : { calledBack }),
    ...(customer === null || customer.name === ''
      ? {}
      : { caller: { name: customer.name, company: customer.company } }),
    ...(note === '' ? {} : { note }),
    ...(logged?.unseen === true ? { logged: true } : {}),
    ...(ownName === null ? {} : { ownName }),
  }
}
