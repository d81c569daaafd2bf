import { dequal } from 'dequal'
import type { Connection, Doubt, Failure, PartConnection } from '../connection.ts'

/** The connection after a failed request. `lastGoodAt`: when the last good response arrived, null before the first. */
export function failedConnection(
  failure: Failure | Doubt,
  lastGoodAt: number | null,
): Extract<Connection, { kind: 'connecting' | 'stale' | 'refused' }> {
  if (failure.kind === 'refused') return { kind: 'refused', since: lastGoodAt, why: failure.why }
  return lastGoodAt === null ? { kind: 'connecting', failure } : { kind: 'stale', since: lastGoodAt, failure }
}

/** `part` with this connection, or `part` itself when it has it already. */
export function withConnection<P extends { readonly connection: Connection | PartConnection }>(
  part: P,
  connection: P['connection'],
): P {
  return dequal(part.connection, connection) ? part : { ...part, connection }
}
