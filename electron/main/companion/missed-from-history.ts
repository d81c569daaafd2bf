import type { NamedCaller } from '../../../core/callers/known-caller.ts'
import type { MissedCall } from '../../../core/domain.ts'
import type { HistoryCall } from '../../../core/history/history-call.ts'

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
