import { lettersOf, type Letters } from './letters.ts'

/** What may stand between the digits of a number: separators and invisible characters. */
const BETWEEN = String.raw`(?:%20|[\s()\[\]./_~*·•+\p{Pd}\p{M}\p{Cc}\p{Cf}\p{Surrogate}]){0,3}`

/** Seven digits or more, of any script and grouping: the shortest phone number that can be dialled. */
const NUMBER = new RegExp(`\\+?\\p{N}(?:${BETWEEN}\\p{N}){6,}`, 'gu')

const MIN_NAME_LENGTH = 2 // a single letter would break up every other word
const MIN_APART = 5 // shorter names match only without separators: otherwise ordinary sentences would contain them
/** A visible character other than a letter or a digit. */
const SEPARATOR = /[^\p{L}\p{N}\p{M}\p{C}]/u
/** Controls, line breaks, invisible characters and lone surrogates. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]+/gu
const MAX_LENGTH = 4_000 // longer than any line the program writes itself; the rest is foreign text

/**
 * A line fit for a log: without secrets and names, however they are written, and with phone numbers shortened to
 * their last two digits. Nothing in it starts a new line, controls a terminal or changes the text direction.
 */
export function maskLine(line: string, secrets: readonly string[], names: readonly string[] = []): string {
  const known = names.filter((name) => name.trim().length >= MIN_NAME_LENGTH)
  const [codes, people] = [secrets.filter(Boolean), known].map(longestFirst)
  const shown = without(without(line.slice(0, MAX_LENGTH), codes ?? [], '[code]'), people ?? [], '[name]')
    .replace(NUMBER, (number) => `…${(number.match(/\p{N}/gu) ?? []).slice(-2).join('')}`)
    .replaceAll(UNPRINTABLE, ' ')
  return line.length > MAX_LENGTH
    ? withoutEnd(
        shown,
        [...secrets, ...known].flatMap((text) => forms(text, line)),
      )
    : shown
}

/** Longer ones first: one may be part of another. */
const longestFirst = (texts: readonly string[]): readonly string[] =>
  texts.toSorted((a, b) => b.length - a.length)

/** Replaces each text, found by its letters, whatever is between them, and in its exact form. */
function without(line: string, texts: readonly string[], mark: string): string {
  const written = texts.flatMap((text) => forms(text, line))
  const small = line.toLowerCase()
  const plainly = withoutRanges(line, mark, rangesOf(lettersOf(line), written, line))
  return longestFirst(written.filter((text) => small.includes(text.toLowerCase()))).reduce(
    (rest, text) =>
      rest.replaceAll(new RegExp(text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu'), () => mark),
    plainly,
  )
}

type Range = readonly [from: number, to: number]

/** The ranges of a line that contain the letters of these texts. */
function rangesOf(inLine: Letters, texts: readonly string[], line: string): readonly Range[] {
  return texts.flatMap((text) => {
    const { text: letters } = lettersOf(text)
    const found: Range[] = []
    if (letters.length < MIN_NAME_LENGTH) return found
    for (let at = inLine.text.indexOf(letters); at !== -1; at = inLine.text.indexOf(letters, at + 1)) {
      const [from, to] = [inLine.from[at] ?? 0, inLine.to[at + letters.length - 1] ?? 0]
      if (letters.length >= MIN_APART || !SEPARATOR.test(line.slice(from, to))) found.push([from, to])
    }
    return found
  })
}

/** Replaces these ranges by a mark, overlapping ones by a single mark. */
function withoutRanges(line: string, mark: string, ranges: readonly Range[]): string {
  let [shown, at] = ['', 0]
  for (const [from, to] of ranges.toSorted(([one], [other]) => one - other)) {
    if (from >= at) shown += line.slice(at, from) + mark
    at = Math.max(at, to)
  }
  return shown + line.slice(at)
}

/** Drops the end of a line that was cut: it may be the beginning of a secret, a name or a number. */
const withoutEnd = (line: string, texts: readonly string[]): string =>
  `${line.slice(0, -Math.max(MIN_NUMBER_LENGTH, ...texts.map(({ length }) => length)))}…`

const MIN_NUMBER_LENGTH = 32

/** The forms a text may have in this line: as it is, URL-encoded, and escaped as in JSON. */
const forms = (text: string, line: string): readonly string[] => [
  text,
  ...(line.includes('%') ? [encodeURIComponent(text.toWellFormed())] : []),
  ...(line.includes('\\') ? [JSON.stringify(text).slice(1, -1)] : []),
]
