import type { Doubt, Failure } from '../connection.ts'
import type { AgentState, SeenExtension } from '../domain.ts'

/** A response that leaves out something known to continue. */
export const INCOMPLETE: Doubt = { kind: 'doubtful', why: 'incomplete' }

/**
 * True if a response that shows the watched extension as `seen` (undefined: not at all) contradicts what is known by
 * leaving something out: an unlisted call may continue, a known extension still exists. A second response that says the
 * same is believed.
 */
export function isDoubtful(state: AgentState, seen: SeenExtension | undefined): boolean {
  const { calls, lastGoodAt } = state
  if (seen === undefined) return lastGoodAt !== null
  if (seen.callsMissing !== true) return false
  const listed = new Set(seen.calls.map(({ key }) => key))
  return lastGoodAt === null || calls.some(({ key }) => !listed.has(key))
}

/** True for errors that a faulty server also returns for a correct code. */
export const isDoubtfulFailure = (failure: Failure | Doubt): boolean =>
  failure.kind === 'refused' && failure.err === 1

/** How a failure is shown before a second one confirms it. */
export const inDoubt = (failure: Failure | Doubt): Failure | Doubt =>
  isDoubtfulFailure(failure) ? { kind: 'faulty', status: 200, err: 1 } : failure
