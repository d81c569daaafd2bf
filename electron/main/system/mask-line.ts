/** What may stand between the digits of a number as people write it, marks of direction included. */
const BETWEEN = '[\\s()\\[\\]./_\\-\\u2010-\\u2015\\u200e\\u200f\\u2066-\\u2069]{0,3}'

/** Seven digits or more, of any script and however they are grouped: the shortest phone number that can be dialled. */
const NUMBER = new RegExp(`\\+?\\p{Nd}(?:${BETWEEN}\\p{Nd}){6,}`, 'gu')

const MIN_NAME_LENGTH = 2 // a single letter would take every other word apart
/** Controls, breaks of lines, what can't be seen and half characters. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]+/gu
const MAX_LENGTH = 4_000 // longer than any line of ours; what is beyond is somebody else's text

/**
 * A line fit for a log: without the secrets, without the names in whatever case, and with phone numbers cut down to
 * their last two digits. Nothing in it begins a new line, speaks to a terminal or turns the order of what is read.
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

/** Each name is looked for in small letters first: of thousands that are known, a line has one or none. */
function withoutNames(line: string, names: readonly string[]): string {
  const small = line.toLowerCase()
  const there = names.filter((name) => small.includes(name.toLowerCase()))
  return longestFirst(there).reduce(
    (rest, name) =>
      rest.replaceAll(new RegExp(name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu'), '[name]'),
    line,
  )
}

/** A text as it stands in an address, and in JSON, too. */
const forms = (text: string): readonly string[] => [
  text,
  encodeURIComponent(text.toWellFormed()),
  JSON.stringify(text).slice(1, -1),
]
