import type { HistoryCall, PartKind } from '../../core/history/history-call.ts'
import { directionWord } from '../../core/words/direction-word.ts'
import { isolated } from '../../core/words/formats.ts'
import type { WindowWords as Words } from '../../core/words/words.ts'
import { shownText } from '../parts/shown-text.ts'

/** The line under a stored call's number, such as `incoming · 3 min 04 s`: how it ended, and how long it took. */
export function historyItemLine(call: HistoryCall, words: Words): string {
  const unseen =
    call.endedAt !== null && !call.endSeen && call.logged === undefined ? words.history.endNotSeen : ''
  return [...outcomeParts(call, words), ...transferParts(call, words), unseen]
    .filter((part) => part !== '')
    .join(' · ')
}

function outcomeParts(call: HistoryCall, words: Words): readonly string[] {
  switch (call.outcome) {
    case 'missed':
      return [words.history.missed, length(call.ringSeconds, words, words.history.rang)]
    case 'unanswered':
      return [words.history.unanswered, length(dialed(call), words, words.history.dialed)]
    case 'completed':
      if (call.answeredBy !== undefined)
        return [
          words.history.answeredBy(isolated(shownText(call.answeredBy))),
          length(call.ringSeconds, words, words.history.rang),
        ]
      return [
        directionWord(call.direction, words) || words.history.ended,
        length(call.talkSeconds + call.holdSeconds, words),
      ]
    case 'unknown':
      return [directionWord(call.direction, words), words.history.lost]
    case null:
      return [directionWord(call.direction, words), words.history.live]
  }
}

/** From whom and to whom it was transferred, as far as known; that it was a transferred call, if not from whom. */
function transferParts({ transferredFrom, transferredBy, transferredTo }: HistoryCall, words: Words) {
  const from = transferredFrom === null ? '' : words.call.transferred
  return [
    transferredBy === undefined ? from : words.history.transferredBy(isolated(shownText(transferredBy))),
    transferredTo === undefined ? '' : words.history.transferredTo(isolated(shownText(transferredTo))),
  ]
}

/** `''` for zero: unknown, which is not the same as short. */
function length(
  seconds: number,
  words: Words,
  format: (duration: string) => string = (same) => same,
): string {
  return seconds === 0 ? '' : format(words.times.duration(seconds))
}

const dialed = ({ parts }: HistoryCall): number => secondsOf(parts, 'dialed')

function secondsOf(parts: HistoryCall['parts'], kind: PartKind): number {
  const over = parts.filter((part) => part.kind === kind)
  return Math.round(over.reduce((sum, { from, to }) => sum + ((to ?? from) - from), 0) / 1000)
}
