import type { WatchedQueue } from '../../core/surroundings.ts'

/**
 * How far the waits of a queue's callers have come towards its limit, as shares of a bar from 0 to 1, longest first;
 * a wait over the limit fills the bar.
 */
export function waitShares(
  { callers, thresholdSeconds }: Pick<WatchedQueue, 'callers' | 'thresholdSeconds'>,
  now: number,
): readonly number[] {
  return callers
    .map(({ joinedAt }) => Math.min(1, Math.max(0, (now - joinedAt) / (thresholdSeconds * 1000))))
    .toSorted((one, other) => other - one)
}
