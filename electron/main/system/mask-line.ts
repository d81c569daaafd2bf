/** What may stand between the digits of a number as people write it, marks of direction included. */
const BETWEEN = '[\\s()\\[\\]./\\-\\u2010-\\u2015\\u200e\\u200f\\u2066-\\u2069]{0,3}'

/** Seven digits or more, of any script and however they are grouped: the shortest phone number that can be dialled. */
const NUMBER = new RegExp(`\\+?\\p{Nd}(?:${BETWEEN}\\p{Nd}){6,}`, 'gu')

const MIN_NAME_LENGTH = 2 // a single letter would take every other word apart

/** A line without the secrets, without the names, and with phone numbers cut down to their last two digits. */
export function maskLine(line: string, secrets: readonly string[], names: readonly string[] = []): string {
  const withoutSecrets = without(line, secrets.filter(Boolean).flatMap(forms), '[code]')
  const known = names.filter((name) => name.trim().length >= MIN_NAME_LENGTH)
  return without(withoutSecrets, known, '[name]').replace(NUMBER, (number) => `…${number.slice(-2)}`)
}

/** Longer ones first: one may be part of another. */
const without = (line: string, texts: readonly string[], instead: string): string =>
  texts
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, text) => rest.replaceAll(text, () => instead), line)

/** A text as it stands in an address, and in JSON, too. */
const forms = (text: string): readonly string[] => [
  text,
  encodeURIComponent(text.toWellFormed()),
  JSON.stringify(text).slice(1, -1),
]
