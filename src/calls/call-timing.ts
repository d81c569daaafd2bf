import type { Connection } from '../../core/connection.ts'
import type { Call, Phase } from '../../core/domain.ts'

/** A failed request does not end a call: timers run on until the gap is too long for that. */
export const RUN_ON_MS = 30_000 // the same limit after which the session calls such a gap blind

/** The instant (epoch ms) from which a call's timer counts, to show how long the call has been in that state. */
export function timerStart(call: Call): number {
  const { phase, since } = call.interrupted ?? { phase: call.phase, since: call.phaseSince }
  return startOf(phase, since, call)
}

function startOf(phase: Phase, since: number, { startedAt, answeredAt }: Call): number {
  switch (phase) {
    case 'ringing':
    case 'dialing':
    case 'other':
      return startedAt
    case 'talking':
      return answeredAt ?? since
    case 'held':
      return since
  }
}

/**
 * The instant that a timer shows, `now` while it is live. For a list that was last true at `frozen`, it runs on for
 * RUN_ON_MS and then stops; it never goes back behind what it has `shown` before. All epoch ms.
 */
export function timerNow(now: number, frozen: number | null, shown: number | undefined): number {
  if (frozen === null) return now
  const last = shown === undefined || shown > now ? -Infinity : shown
  return Math.max(last, Math.min(now, frozen + RUN_ON_MS))
}

/** When the list on screen was last true (epoch ms), for timers that must stop; null while it is true now. */
export function frozenAt(connection: Connection, lastGoodAt: number | null): number | null {
  switch (connection.kind) {
    case 'live':
      return null
    case 'stale':
      return connection.since
    case 'refused':
    case 'unknown-extension':
      return connection.since ?? lastGoodAt ?? 0
    case 'paused':
    case 'connecting':
      return lastGoodAt ?? 0
  }
}
