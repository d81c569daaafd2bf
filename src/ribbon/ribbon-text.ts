import type { DayView } from '../../core/contract.ts'
import type { DaySpan, DaySpanKind } from '../../core/report/day-spans.ts'
import { leftToRight, roundedSeconds, timeOfDay } from '../../core/words/formats.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'

/** In the order of the legend. */
const KINDS: readonly DaySpanKind[] = ['rang', 'dialed', 'talked', 'held', 'missed']

/** The word for a kind of span. */
export const kindText = (kind: DaySpanKind, words: Words): string =>
  kind === 'missed' ? words.day.missed : words.history.detail.parts[kind]

/** The kinds that occur. */
export const kindsOf = (spans: readonly DaySpan[]): readonly DaySpanKind[] =>
  KINDS.filter((kind) => spans.some((span) => span.kind === kind))

/** One span, such as `10:14–10:17 · Talked`. */
export function spanText({ kind, from, to }: DaySpan, words: Words): string {
  const [begin, end] = [timeOfDay(from, words.locale), timeOfDay(to, words.locale)]
  return `${leftToRight(begin === end ? begin : `${begin}–${end}`)} · ${kindText(kind, words)}`
}

/** How long the spans of a kind lasted, in words. */
export const lengthText = (spans: readonly DaySpan[], kind: DaySpanKind, words: Words): string =>
  words.times.roughly(
    roundedSeconds(spans.reduce((sum, span) => sum + (span.kind === kind ? span.to - span.from : 0), 0)),
  )

/** A ribbon in words, for those who can't see it: what there was since `from`, and how long. */
export function ribbonText({ spans, missed }: DayView, from: number, words: Words): string {
  const lines = kindsOf(spans).map((kind) =>
    kind === 'missed'
      ? words.tray.missed(missed)
      : words.day.total(kindText(kind, words), lengthText(spans, kind, words)),
  )
  return words.day.ribbon(timeOfDay(from, words.locale), words.list(lines))
}
