import { DAY_MS } from '../clock.ts'
import type { AgentState } from '../domain.ts'

const MAX_DISAGREEMENT_MS = DAY_MS // retention counts days
const MAX_AGE_MS = 300_000 // since the last good response

/**
 * The time by the server's clock, epoch ms; null while it isn't known well enough to delete anything by it: nothing was
 * heard from the server recently, or its clock and this computer's are more than a day apart, and it is unknown which of
 * them is wrong. A clock that was set since the last response makes that response look old.
 */
export function serverTime({ connection, clock, lastGoodAt }: AgentState, now: number): number | null {
  if (connection.kind !== 'live' || clock === null || lastGoodAt === null) return null
  if (Math.abs(now - lastGoodAt) > MAX_AGE_MS) return null
  if (Math.abs(clock.computerErrorMs) > MAX_DISAGREEMENT_MS) return null
  return now - clock.computerErrorMs
}
