import type { Call, Connection } from '../../core/domain.ts'

/** The instant (epoch ms) from which a call's timer counts: what the agent asks of that state, "how long like this?". */
export function timerStart(call: Call): number {
  switch (call.phase) {
    case 'ringing':
    case 'dialing':
    case 'other':
      return call.startedAt
    case 'talking':
      return call.answeredAt ?? call.phaseSince
    case 'held':
      return call.phaseSince
  }
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
