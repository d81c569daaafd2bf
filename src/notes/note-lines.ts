import type { CallerStory, DatedText } from '../../core/history/caller-story.ts'
import { isolated } from '../../core/words/formats.ts'
import { momentText } from '../../core/words/moment-text.ts'
import type { StartWords as Words } from '../../core/words/words.ts'
import { shownText } from '../parts/shown-text.ts'

const LONGEST_NOTE = 160 // two or three lines of a card: enough to know what it was about

/**
 * The last note and label of a caller, such as `last time: “asked for a quote” · Callback`; on a separate line with its
 * day if it is older than the last call. Newest first.
 */
export function noteLines(
  { last, lastNote, lastLabel }: CallerStory,
  now: number,
  words: Words,
): readonly string[] {
  const lines = [
    ...(lastNote === undefined ? [] : [{ at: lastNote.at, text: quoted(lastNote, words) }]),
    ...(lastLabel === undefined ? [] : [{ at: lastLabel.at, text: isolated(shownText(lastLabel.text)) }]),
  ]
  const times = [...new Set(lines.map(({ at }) => at))].toSorted((one, other) => other - one)
  return times.map((at) => {
    const what = lines.flatMap((one) => (one.at === at ? [one.text] : [])).join(' · ')
    return at === last?.at
      ? words.outcomes.lastTime(what)
      : words.outcomes.thatTime(momentText(at, now, words.locale), what)
  })
}

const quoted = ({ text }: DatedText, words: Words): string =>
  words.note.quoted(isolated(shownText(text, LONGEST_NOTE)))
