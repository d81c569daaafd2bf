import { lettersOf, readingsOf, type WrittenText } from './written-text.ts'

/** What may stand between the digits of a number: separators and invisible characters. */
const BETWEEN = String.raw`[\s()\[\]./_~*·•∙⋅․‧・+−⁓〜'’\p{Pd}\p{M}\p{Cc}\p{Cf}\p{Surrogate}]{0,3}`

/** Seven digits or more, of any script and grouping: the shortest phone number that can be dialled. */
const NUMBER = new RegExp(`\\+?\\p{N}(?:${BETWEEN}\\p{N}){6,}`, 'gu')

const MIN_NAME_LENGTH = 2 // a single letter would break up every other word
const MIN_APART = 5 // shorter names match only without separators: otherwise ordinary sentences would contain them
/** A visible character other than a letter or a digit. */
const SEPARATOR = /[^\p{L}\p{N}\p{M}\p{C}]/u
/** Controls, line breaks, invisible characters and lone surrogates. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]+/gu
const MAX_LENGTH = 4_000 // longer than any line the program writes itself; the rest is foreign text
const LOOK_AHEAD = 4_000 // longer than any code, name or number, also with each character escaped

/**
 * A line fit for a log: without secrets and names, however they are written or escaped, and with phone numbers shortened
 * to their last two digits. Nothing in it starts a new line, controls a terminal or changes the text direction.
 */
export function maskLine(line: string, secrets: readonly string[], names: readonly string[] = []): string {
  // What a cut would go through is seen in full, and so recognised.
  const seen = line.slice(0, MAX_LENGTH + LOOK_AHEAD)
  const codes = secrets.filter(Boolean).map(soughtText)
  const people = names.filter((name) => name.trim().length >= MIN_NAME_LENGTH).map(soughtText)
  const found = readingsOf(seen).flatMap((reading) => [
    ...rangesOf(codes, reading).map((range) => ({ ...range, mark: '[code]' })),
    ...rangesOf(people, reading).map((range) => ({ ...range, mark: '[name]' })),
    ...numbersIn(reading),
  ])
  const shown = masked(seen, found).replaceAll(UNPRINTABLE, ' ')
  return line.length > MAX_LENGTH ? `${shown}…` : shown
}

interface SoughtText {
  readonly exact: string
  readonly small: string
  /** Its letters and digits, folded. */
  readonly letters: string
}

const soughtText = (exact: string): SoughtText => ({
  exact,
  small: exact.toLowerCase(),
  letters: lettersOf(exact).text,
})

/** A part of a line. */
interface Range {
  readonly from: number
  readonly to: number
}

interface Masked extends Range {
  readonly mark: string
}

/** Where these texts are in a line: found by their letters, whatever is between them, and in their exact form. */
function rangesOf(texts: readonly SoughtText[], line: WrittenText): readonly Range[] {
  const letters = lettersOf(line.text)
  const small = line.text.toLowerCase()
  return texts
    .flatMap((text) => [
      ...byLetters(text.letters, letters, line.text),
      ...(small.includes(text.small) ? exactly(text.exact, line.text) : []),
    ])
    .map(({ from, to }) => ({ from: line.from[from] ?? 0, to: line.to[to - 1] ?? 0 }))
}

function byLetters(wanted: string, inLine: WrittenText, line: string): readonly Range[] {
  const found: Range[] = []
  if (wanted.length < MIN_NAME_LENGTH) return found
  for (let at = inLine.text.indexOf(wanted); at !== -1; at = inLine.text.indexOf(wanted, at + 1)) {
    const [from, to] = [inLine.from[at] ?? 0, inLine.to[at + wanted.length - 1] ?? 0]
    if (wanted.length >= MIN_APART || !SEPARATOR.test(line.slice(from, to))) found.push({ from, to })
  }
  return found
}

function exactly(text: string, line: string): readonly Range[] {
  const pattern = new RegExp(text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu')
  return [...line.matchAll(pattern)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }))
}

const numbersIn = ({ text, from, to }: WrittenText): readonly Masked[] =>
  [...text.matchAll(NUMBER)].map(({ 0: number, index }) => ({
    from: from[index] ?? 0,
    to: to[index + number.length - 1] ?? 0,
    mark: `…${(number.match(/\p{N}/gu) ?? []).slice(-2).join('')}`,
  }))

/** The line up to its maximum length, each of these ranges replaced by its mark; overlapping ones by that of the first. */
function masked(line: string, found: readonly Masked[]): string {
  let [shown, at] = ['', 0]
  for (const { from, to, mark } of joined(found)) {
    if (from >= MAX_LENGTH) break
    shown += line.slice(at, from) + mark
    at = to
  }
  return at < MAX_LENGTH ? shown + line.slice(at, MAX_LENGTH) : shown
}

/** Overlapping ranges as one. A code or a name has priority over a number within it. */
function joined(found: readonly Masked[]): readonly Masked[] {
  const ranges: Masked[] = []
  for (const next of found.toSorted((one, other) => one.from - other.from)) {
    const last = ranges.at(-1)
    if (last === undefined || next.from >= last.to) ranges.push(next)
    else
      ranges.splice(-1, 1, { ...last, to: Math.max(last.to, next.to), mark: stronger(last.mark, next.mark) })
  }
  return ranges
}

const MARKS = ['[code]', '[name]']

/** The mark of what tells most about a text: a code, then a name, then a number. */
const stronger = (one: string, other: string): string =>
  MARKS.find((mark) => mark === one || mark === other) ?? one
