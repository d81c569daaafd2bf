import type { Failure } from '../connection.ts'

export const MAX_BACKOFF_MS = 30_000 // no agent waits longer than this for the list to return
export const MAX_PART_BACKOFF_MS = 300_000 // a refused request is not worth the budget while the extension works

/**
 * How long to wait after `failures` failed polls in a row, in ms: exponential with full jitter, never under the poll
 * interval (the vendor's floor holds for failures too), and never over `maxMs` unless the server requires more.
 * `random` is 0 (included) to 1 (excluded).
 */
export function backoffMs(
  failure: Failure,
  failures: number,
  intervalMs: number,
  random: number,
  maxMs: number = MAX_BACKOFF_MS,
): number {
  const ceiling = Math.min(maxMs, intervalMs * 2 ** failures)
  const wait = Math.max(intervalMs, random * ceiling)
  return Math.max(wait, askedWaitMs(failure) ?? 0)
}

/** How long the server says to wait after a failure; null where it doesn't. */
export function askedWaitMs(failure: Failure): number | null {
  return failure.kind === 'limited' || failure.kind === 'faulty' ? (failure.retryAfterMs ?? null) : null
}
