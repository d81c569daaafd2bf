import type { BlindSpot } from './blind-spot.ts'
import type { RingOutcome, RingRecord } from './ring-record.ts'

/** How well a span was watched. */
export interface WatchingReport {
  readonly rings: number
  /** Rings whose alert was shown. */
  readonly alerted: number
  /** The outcomes of the alerts; missing ones aren't included. */
  readonly outcomes: Readonly<Partial<Record<RingOutcome, number>>>
  /**
   * Seconds from the ring's start, by the API's stamp, to the shown alert; null when none was shown. They can't be
   * more accurate than the stamps, which are in whole seconds, nor shorter than the gap between two polls allows.
   */
  readonly delays: { readonly p50: number; readonly p95: number; readonly worst: number } | null
  readonly blindSpots: readonly BlindSpot[]
}

/** The report of these rings and blind spots. */
export function watchingReport(
  rings: readonly RingRecord[],
  blindSpots: readonly BlindSpot[],
): WatchingReport {
  const outcomes: Partial<Record<RingOutcome, number>> = {}
  for (const { outcome } of rings) if (outcome !== null) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
  return {
    rings: rings.length,
    alerted: outcomes.shown ?? 0,
    outcomes,
    delays: delaysOf(rings),
    blindSpots,
  }
}

function delaysOf(rings: readonly RingRecord[]): WatchingReport['delays'] {
  const sorted = rings.flatMap(delayOf).sort((a, b) => a - b)
  const worst = sorted.at(-1)
  if (worst === undefined) return null
  return { p50: rank(sorted, 0.5, worst), p95: rank(sorted, 0.95, worst), worst }
}

function delayOf({ beganAt, outcome, outcomeAt }: RingRecord): readonly number[] {
  if (outcome !== 'shown' || beganAt === null || outcomeAt === null) return []
  return [Math.max(0, outcomeAt - beganAt) / 1000]
}

/** Nearest rank: an actual delay, not an interpolated one. */
const rank = (sorted: readonly number[], part: number, otherwise: number): number =>
  sorted[Math.ceil(part * sorted.length) - 1] ?? otherwise
