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
      return connection.failure?.kind ?? null
    case 'stale':
      return connection.failure.kind
    case 'refused':
    case 'unknown-extension':
      return 'refused'
  }
}
