import type { MissedCall } from '../../../core/domain.ts'
import type { HistoryCall } from '../../../core/history/history-call.ts'

/** A missed call as listed in the window. `ownName`: the agent's own name for the caller; null for none. */
export function missedFromHistory(call: HistoryCall, ownName: string | null = null): MissedCall {
  const { key, ivrid, phone, name, did, direction, startedAt, endedAt, seen, endSeen } = call
  const { calledBack, note, logged, crm } = call
  return {
    ...{ key, ivrid, phone, name, did, direction, startedAt, endedAt: endedAt ?? startedAt, seen, endSeen },
    ...(calledBack === undefined ? {} : { calledBack }),
    ...(crm === undefined || crm.name === '' ? {} : { caller: { name: crm.name, company: crm.company } }),
    ...(note === '' ? {} : { note }),
    ...(logged?.unseen === true ? { logged: true } : {}),
    ...(ownName === null ? {} : { ownName }),
  }
}
