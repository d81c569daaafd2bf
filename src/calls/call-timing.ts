import type { Connection } from '../../core/connection.ts'
import type { Call, Phase } from '../../core/domain.ts'

/** A failed request ends no call: timers run on until a span without contact is too long to say so. */
export const RUN_ON_MS = 30_000 // where the session begins to call such a span blind

/** The instant (epoch ms) from which a call's timer counts: what the agent asks of that state, "how long like this?". */
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
 * The instant that a timer shows, `now` while it is live. Of a list that was true at `frozen` and not since, it runs on
 * for RUN_ON_MS and stands then; it never goes back behind what it has `shown` before. All epoch ms.
 */
export function timerNow(now: number, frozen: number | null, shown: number | undefined): number {
  if (frozen === null) return now
  const last = shown === undefined || shown > now ? -Infinity : shown
  return Math.max(last, Math.min(now, frozen + RUN_ON_MS))
}

/** When the list on screen was true (epoch ms), for timers that must stand; null while it is true now. */
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
