import type { HistoryCall } from '../../../core/history/history-call.ts'
import { shownCalls } from '../shown-calls.ts'
import type { TakenStep } from '../taken-step.ts'
import type { Violation } from '../violation.ts'

const RULE = 'ended when last seen'
const HEARTBEAT_MS = 1_000 // what a crash may lose

/** A call whose end was seen by nobody, the call log included, is stored with the time of the last response that showed it, if the clock is right. */
export function endedWhenLastSeen(
  steps: readonly TakenStep[],
  stored: readonly HistoryCall[],
): readonly Violation[] {
  const rows = new Map(stored.filter(({ logged }) => logged === undefined).map((call) => [call.key, call]))
  return [...shownCalls(steps)].flatMap(([key, { end, lastSeenAt }]) => {
    const endedAt = rows.get(key)?.endedAt ?? null
    if (endedAt === null || (end !== 'blind' && end !== 'lost')) return []
    const off = endedAt - lastSeenAt
    if (Math.abs(off) <= (end === 'lost' ? HEARTBEAT_MS : 0)) return []
    return [
      {
        rule: RULE,
        at: lastSeenAt,
        what: `${key} is stored as ended ${off / 1000} s after it was last seen`,
      },
    ]
  })
}
