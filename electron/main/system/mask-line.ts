/** What people write between the digits of a number, including direction marks. */
const BETWEEN = '[\\s()\\[\\]./_\\-\\u2010-\\u2015\\u200e\\u200f\\u2066-\\u2069]{0,3}'

/** Seven digits or more, of any script and grouping: the shortest phone number that can be dialled. */
const NUMBER = new RegExp(`\\+?\\p{Nd}(?:${BETWEEN}\\p{Nd}){6,}`, 'gu')

const MIN_NAME_LENGTH = 2 // a single letter would break up every other word
/** Controls, line breaks, invisible characters and lone surrogates. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]+/gu
const MAX_LENGTH = 4_000 // longer than any line of ours; what is beyond is someone else's text

/**
 * A line fit for a log: without secrets, without names in any case, and with phone numbers shortened to
 * their last two digits. Nothing in it starts a new line, controls a terminal or changes the text direction.
 */
export function maskLine(line: string, secrets: readonly string[], names: readonly string[] = []): string {
  const withoutSecrets = longestFirst(secrets.filter(Boolean).flatMap(forms)).reduce(
    (rest, text) => rest.replaceAll(text, () => '[code]'),
    line.slice(0, MAX_LENGTH),
  )
  const known = names.filter((name) => name.trim().length >= MIN_NAME_LENGTH)
  return withoutNames(withoutSecrets, known)
    .replace(NUMBER, (number) => `…${number.slice(-2)}`)
    .replaceAll(UNPRINTABLE, ' ')
}

/** Longer ones first: one may be part of another. */
const longestFirst = (texts: readonly string[]): readonly string[] =>
  texts.toSorted((a, b) => b.length - a.length)

/** Each name is first searched in lower case: of thousands known, a line has one or none. */
function withoutNames(line: string, names: readonly string[]): string {
  const small = line.toLowerCase()
  const there = names.filter((name) => small.includes(name.toLowerCase()))
  return longestFirst(there).reduce(
    (rest, name) =>
      rest.replaceAll(new RegExp(name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu'), '[name]'),
    line,
  )
}

/** A text as it appears in an address, and in JSON, too. */
const forms = (text: string): readonly string[] => [
  text,
  encodeURIComponent(text.toWellFormed()),
  JSON.stringify(text).slice(1, -1),
]
