import type { Connection } from '../connection.ts'
import type { BlindReason } from './blind-spot.ts'

/** Why a connection gives no answers; null while it does, or when nothing is to be watched. */
export function blindReason(connection: Connection): BlindReason | null {
  switch (connection.kind) {
    case 'live':
      return null
    case 'paused':
      return connection.why === 'asleep' ? 'asleep' : null
    case 'connecting':
    case 'stale':
      if (connection.failure === null) return null
      // A response that was not taken is none that can be read.
      return connection.failure.kind === 'doubtful' ? 'malformed' : connection.failure.kind
    case 'refused':
    case 'unknown-extension':
      return 'refused'
  }
}
