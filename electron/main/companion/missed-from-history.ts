import type { MissedCall } from '../../../core/domain.ts'
import type { HistoryCall } from '../../../core/history/history-call.ts'

/** A missed call of an earlier run, as listed in the window. */
export function missedFromHistory(call: HistoryCall): MissedCall {
  const { key, ivrid, phone, name, did, direction, startedAt, endedAt, seen, endSeen } = call
  return { key, ivrid, phone, name, did, direction, startedAt, endedAt: endedAt ?? startedAt, seen, endSeen }
}
