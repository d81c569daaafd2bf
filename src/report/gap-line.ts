import type { BlindSpot } from '../../core/report/blind-spot.ts'
import { momentText } from '../../core/words/moment-text.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'

/** A blind spot in words, such as `not watching 10:42 to 10:45: asleep`. */
export function gapLine({ from, to, why }: BlindSpot, now: number, words: Words): string {
  const reason = words.report.reasons[why]
  const begin = momentText(from, now, words.locale)
  if (to === null) return words.report.blindNow(begin, reason)
  return words.report.blindSpan(begin, momentText(to, now, words.locale), reason)
}
