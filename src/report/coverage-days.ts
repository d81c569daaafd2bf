import type { DayCoverage } from '../../core/report/coverage.ts'
import { dayText } from '../../core/words/day-text.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'

/** The history of a day, in words: where its calls are from. */
export interface CoverageDay {
  readonly id: number
  readonly name: string
  readonly calls: string
  /** Those that occur. */
  readonly parts: readonly { readonly kind: CoverageKind; readonly count: number; readonly text: string }[]
  /** How long calls may be missing for; `''` if none can be. */
  readonly openTime: string
}

export type CoverageKind = 'seen' | 'filledIn' | 'stillOpen'

/** The days on which there were calls, or may have been, newest first. */
export function coverageDays(
  days: readonly DayCoverage[],
  now: number,
  words: Words,
): readonly CoverageDay[] {
  return days
    .filter(({ seen, filledIn, open, openSeconds }) => seen + filledIn + open + openSeconds > 0)
    .toSorted((one, other) => other.day - one.day)
    .map(({ day, seen, filledIn, open, openSeconds }) => ({
      id: day,
      name: dayText(day, now, words),
      calls: words.history.calls(seen + filledIn + open),
      parts: (
        [
          ['seen', seen],
          ['filledIn', filledIn],
          ['stillOpen', open],
        ] as const
      )
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => ({ kind, count, text: words.report[kind](count) })),
      openTime: openSeconds === 0 ? '' : words.report.openTime(words.times.roughly(openSeconds)),
    }))
}
