import type { Connection } from '../connection.ts'
import type { BlindReason } from './blind-spot.ts'

/** Why a connection gets no responses; null while it does, or when nothing is watched. */
export function blindReason(connection: Connection): BlindReason | null {
  switch (connection.kind) {
    case 'live':
      return null
    case 'paused':
      return connection.why === 'asleep' ? 'asleep' : null
    case 'connecting':
    case 'stale':
      if (connection.failure === null) return null
      // A response that wasn't accepted counts as unreadable.
      return connection.failure.kind === 'doubtful' ? 'malformed' : connection.failure.kind
    case 'refused':
    case 'unknown-extension':
      return 'refused'
  }
}
