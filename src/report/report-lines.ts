import type { RingOutcome } from '../../core/report/ring-record.ts'
import type { WatchingReport } from '../../core/report/watching-report.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'

const NOT_SHOWN: readonly Exclude<RingOutcome, 'shown'>[] = [
  'refused',
  'failed',
  'unsupported',
  'no-answer',
  'paused',
  'off',
]

/** How many alerts were not shown, and why. */
export interface NotShown {
  readonly why: string
  readonly rings: number
}

/** Why rings had no alert, with the reasons that occurred; a ring without any outcome is listed as unknown. */
export function notShown({ rings, outcomes }: WatchingReport, words: Words): readonly NotShown[] {
  const known = Object.values(outcomes).reduce((sum, count) => sum + count, 0)
  return [
    ...NOT_SHOWN.map((outcome) => ({
      why: words.report.outcomes[outcome],
      rings: outcomes[outcome] ?? 0,
    })),
    { why: words.report.noOutcome, rings: rings - known },
  ].filter((line) => line.rings > 0)
}

/** How long nothing was watched, in whole seconds; an open span counts until `to`. */
export function blindSeconds(
  { blindSpots }: WatchingReport,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const within = blindSpots.map((spot) => Math.min(spot.to ?? to, to) - Math.max(spot.from, from))
  return Math.round(within.reduce((sum, ms) => sum + Math.max(0, ms), 0) / 1000)
}

/** Seconds with one decimal: the underlying timestamps have whole seconds. */
export const secondsText = (seconds: number, words: Words): string =>
  words.report.seconds(new Intl.NumberFormat(words.locale, { maximumFractionDigits: 1 }).format(seconds))
