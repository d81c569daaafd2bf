import { dequal } from 'dequal'
import type { Connection, Failure } from '../domain.ts'

/** The connection after a failed request. `lastGoodAt`: when the last good response came, null before the first. */
export function failedConnection(
  failure: Failure,
  lastGoodAt: number | null,
): Extract<Connection, { kind: 'connecting' | 'stale' | 'refused' }> {
  if (failure.kind === 'refused') return { kind: 'refused', since: lastGoodAt, why: failure.why }
  return lastGoodAt === null ? { kind: 'connecting', failure } : { kind: 'stale', since: lastGoodAt, failure }
}

/** `part` with another connection, or `part` itself when it has that one. */
export function withConnection<C, P extends { readonly connection: C }>(part: P, connection: C): P {
  return dequal(part.connection, connection) ? part : { ...part, connection }
}
