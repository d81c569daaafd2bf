import { foldText } from '../../../core/fold-text.ts'
import { unescapedHtml } from '../../../core/telephony/plain-text.ts'

/** A text that was made from another one, part by part. */
export interface WrittenText {
  readonly text: string
  /** For each UTF-16 unit of `text`, where the part that it was made from begins and ends in the original. */
  readonly from: readonly number[]
  readonly to: readonly number[]
}

const MAX_DEPTH = 3 // JSON in JSON in an address

/**
 * A text as it is, and with its escapes decoded: those of addresses (`%D7%93`), of JSON and JavaScript (`\u05d3`, `\xdf`,
 * `\n`) and of HTML (`&#1491;`, `&nbsp;`); once more where that results in others, as with `%2520`.
 */
export function readingsOf(original: string): readonly WrittenText[] {
  const readings = [itself(original)]
  for (let last = readings[0]; last !== undefined && readings.length <= MAX_DEPTH; last = readings.at(-1)) {
    const parts = last.text.match(PART) ?? []
    const decodedParts = parts.map(decoded)
    if (decodedParts.every((one, index) => one === parts[index])) break
    readings.push(changed(last, parts, decodedParts))
  }
  return readings
}

/** Only the letters and digits of a text, folded: in lower case, without accents and without what is between them. */
export function lettersOf(text: string): WrittenText {
  const characters = Array.from(text)
  return changed(itself(text), characters, characters.map(foldedLetter))
}

const itself = (text: string): WrittenText => ({
  text,
  from: Array.from({ length: text.length }, (_, at) => at),
  to: Array.from({ length: text.length }, (_, at) => at + 1),
})

/** A text whose parts became these others; `''` for nothing. */
function changed(
  { from, to }: WrittenText,
  parts: readonly string[],
  others: readonly string[],
): WrittenText {
  const [froms, tos]: [number[], number[]] = [[], []]
  let at = 0
  parts.forEach((part, index) => {
    const end = at + part.length
    for (let unit = 0; unit < (others[index] ?? '').length; unit++) {
      froms.push(from[at] ?? 0)
      tos.push(to[end - 1] ?? 0)
    }
    at = end
  })
  return { text: others.join(''), from: froms, to: tos }
}

const HEX = String.raw`[\da-fA-F]`
/** A byte of a character in UTF-8, after its first one. */
const NEXT_BYTE = `%[89abAB]${HEX}`
const ESCAPES = [
  `%[c-dC-D]${HEX}${NEXT_BYTE}`,
  `%[eE]${HEX}(?:${NEXT_BYTE}){2}`,
  `%[fF][0-4](?:${NEXT_BYTE}){3}`,
  `%${HEX}{2}`,
  String.raw`\\u[dD][89abAB]${HEX}{2}\\u[dD][c-fC-F]${HEX}{2}`,
  String.raw`\\u${HEX}{4}`,
  String.raw`\\u\{0{0,4}${HEX}{1,5}\}`,
  String.raw`\\x${HEX}{2}`,
  String.raw`\\[nrtbfv0"'\\/]`,
  String.raw`&(?:#\d{1,8}|#[xX]${HEX}{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});`,
]
/** An escape, or a single character. */
const PART = new RegExp(`${ESCAPES.join('|')}|[^]`, 'gu')
/** The numbers in an escape. */
const CODES = new RegExp(`(?<=[ux]\\{?)${HEX}+`, 'g')

function decoded(part: string): string {
  if (part.length < 2) return part
  if (part.startsWith('&')) return unescapedHtml(part)
  if (part.startsWith('%')) return decodedBytes(Buffer.from(part.replaceAll('%', ''), 'hex'))
  return part.startsWith('\\') ? unslashed(part) : part
}

/** In UTF-8; a single byte that isn't, in Latin-1. */
const decodedBytes = (bytes: Buffer): string => bytes.toString(bytes.length === 1 ? 'latin1' : 'utf8')

function unslashed(escape: string): string {
  const codes = escape.match(CODES) ?? []
  if (codes.length > 0) return String.fromCodePoint(...codes.map((code) => parseInt(code, 16)))
  return /[a-z\d]$/.test(escape) ? ' ' : escape.slice(1)
}

const MAX_KNOWN = 2_000 // enough for the alphabets in use; any others are folded each time
const known = new Map<string, string>()

/** Returns `''` for a character that is neither a letter nor a digit. */
function foldedLetter(character: string): string {
  const before = known.get(character)
  if (before !== undefined) return before
  const folded = foldText(character).replaceAll(/[^\p{L}\p{N}]/gu, '')
  if (known.size < MAX_KNOWN) known.set(character, folded)
  return folded
}
