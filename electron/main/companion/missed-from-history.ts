import type { MissedCall } from '../../../core/domain.ts'
import type { HistoryCall } from '../../../core/history/history-call.ts'

/** A missed call of the history, as listed in the window. */
export function missedFromHistory(call: HistoryCall): MissedCall {
  const { key, ivrid, phone, name, did, direction, startedAt, endedAt, seen, endSeen } = call
  const { calledBack, note, logged } = call
  return {
    ...{ key, ivrid, phone, name, did, direction, startedAt, endedAt: endedAt ?? startedAt, seen, endSeen },
    ...(calledBack === undefined ? {} : { calledBack }),
    ...(note === '' ? {} : { note }),
    ...(logged?.unseen === true ? { logged: true } : {}),
  }
}
