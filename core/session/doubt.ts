import type { Doubt, Failure } from '../connection.ts'
import type { AgentState, SeenExtension } from '../domain.ts'

/** A response that leaves out what is known to go on. */
export const INCOMPLETE: Doubt = { kind: 'doubtful', why: 'incomplete' }

/**
 * True where a response that shows the watched extension as `seen` (undefined: not at all) contradicts what is known by
 * leaving something out: a call that was not listed may go on, an extension that was there is there. A second response
 * that says the same is believed.
 */
export function isDoubtful(state: AgentState, seen: SeenExtension | undefined): boolean {
  const { calls, lastGoodAt } = state
  if (seen === undefined) return lastGoodAt !== null
  if (seen.callsMissing !== true) return false
  const listed = new Set(seen.calls.map(({ key }) => key))
  return lastGoodAt === null || calls.some(({ key }) => !listed.has(key))
}

/** True for what a server also says of a code that is right, when something is wrong with itself. */
export const isDoubtfulFailure = (failure: Failure | Doubt): boolean =>
  failure.kind === 'refused' && failure.err === 1

/** What a failure is shown as before a second one confirms it. */
export const inDoubt = (failure: Failure | Doubt): Failure | Doubt =>
  isDoubtfulFailure(failure) ? { kind: 'faulty', status: 200, err: 1 } : failure
