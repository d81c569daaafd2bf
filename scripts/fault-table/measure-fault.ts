import { setTimeout as wait } from 'node:timers/promises'
import type { Connection } from '../../core/connection.ts'
import type { Session } from '../../core/session/session-types.ts'
import type { FaultCase } from './fault-cases.ts'

/** The effect of one fault. */
export interface FaultMeasure {
  readonly name: string
  /** The connection state that followed; null if the agent noticed nothing. */
  readonly connection: Connection | null
  /** Whether the known call stayed. */
  readonly callsStayed: boolean
  /** From the repair to the next good response; null if it never failed. */
  readonly recoverySeconds: number | null
}

const NOTICED_MS = 20_000 // one poll gap, the client's 8 s, and a margin
const RECOVERED_MS = 60_000 // twice the longest back-off
const LOOK_MS = 20

/**
 * Causes the fault, waits until it is noticed and believed, repairs it at once, and waits for the next good response.
 * Throws if none comes.
 */
export async function measureFault(
  session: Session,
  { name, needsSecond, fail, repair }: FaultCase,
): Promise<FaultMeasure> {
  await becomes(session, (kind) => kind === 'live', RECOVERED_MS)
  await fail()
  const broke = await becomes(session, (kind) => kind !== 'live', NOTICED_MS)
  if (needsSecond) await becomes(session, (kind) => kind !== 'live' && kind !== 'stale', NOTICED_MS)
  const { connection, calls } = session.state()
  const repairedAt = performance.now()
  await repair()
  if (!broke) return { name, connection: null, callsStayed: calls.length === 1, recoverySeconds: null }
  if (!(await becomes(session, (kind) => kind === 'live', RECOVERED_MS)))
    throw new Error(`${name}: no good response within ${RECOVERED_MS / 1000} s after it was repaired`)
  const recoverySeconds = (performance.now() - repairedAt) / 1000
  return { name, connection, callsStayed: calls.length === 1, recoverySeconds }
}

async function becomes(
  session: Session,
  wanted: (kind: Connection['kind']) => boolean,
  limitMs: number,
): Promise<boolean> {
  const until = performance.now() + limitMs
  while (performance.now() < until) {
    if (wanted(session.state().connection.kind)) return true
    await wait(LOOK_MS)
  }
  return false
}
