import type { MissedCall } from '../../../core/domain.ts'
import type { HistoryCall } from '../../../core/history/history-call.ts'

/** A missed call of an earlier run, as the window lists it. */
export function missedFromHistory(kept: HistoryCall): MissedCall {
  const { key, ivrid, phone, name, did, direction, startedAt, endedAt, seen, endSeen } = kept
  return { key, ivrid, phone, name, did, direction, startedAt, endedAt: endedAt ?? startedAt, seen, endSeen }
}
