import { dequal } from 'dequal'
import type { Failure, PartConnection } from '../domain.ts'

interface Part {
  readonly connection: PartConnection
  readonly lastGoodAt: number | null
}

/** A part whose question failed: what was known stays. The very same object while that is no news. */
export function partFailed<P extends Part>(part: P, failure: Failure): P {
  return withPartConnection(part, connectionAfter(failure, part.lastGoodAt))
}

export function withPartConnection<P extends Part>(part: P, connection: PartConnection): P {
  return dequal(part.connection, connection) ? part : { ...part, connection }
}

function connectionAfter(failure: Failure, lastGoodAt: number | null): PartConnection {
  if (failure.kind === 'refused') return { kind: 'refused', since: lastGoodAt, why: failure.why }
  return lastGoodAt === null ? { kind: 'connecting', failure } : { kind: 'stale', since: lastGoodAt, failure }
}
