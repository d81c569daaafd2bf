import type { DiallingView } from '../../core/dialling/dialling-view.ts'
import type { NumberFormat } from '../../core/settings/settings.ts'
import type { StartWords as Words } from '../../core/words/words.ts'
import { dialLine } from './dial-line.ts'
import { hangUpLine } from './hang-up-line.ts'

/** The progress of a placed call and of a request to end one, for screen readers. */
export function placedCallLines(
  { dial, hangUp }: DiallingView,
  words: Words,
  format: NumberFormat,
): readonly string[] {
  const placed = dial === null ? null : dialLine(dial, words, format)
  return [...(placed === null ? [] : [placed]), ...(hangUp === null ? [] : [hangUpLine(hangUp, words)])]
}
