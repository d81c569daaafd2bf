import type { Failure } from '../../connection.ts'
import { escapeTexts } from './escape-texts.ts'

type MalformedWhy = Extract<Failure, { kind: 'malformed' }>['why']
export type Parsed =
  /** `repaired`: the text that was parsed, where another one came. */
  | { readonly kind: 'json'; readonly value: unknown; readonly repaired?: string }
  | { readonly kind: 'malformed'; readonly why: MalformedWhy }

/**
 * An id written as a number of 16 digits or more, which would lose its last ones. Within a text no quote stands without a
 * backslash, so nothing there looks like this.
 */
const LONG_NUMERIC_ID = /("(?:ivrid|CallID|OriginalIvrUniqueID)"\s*:\s*)(\d{16,64})(?=[\s,}])/g
/** V8's words for what a text was not escaped of. */
const UNESCAPED = /^Bad (?:control|escaped) character|^Bad Unicode escape/

/**
 * A body as JSON; ids written as long numbers keep all their digits, as text. A text in it that was not escaped is
 * repaired: one name must not hide every call. Tells a web page and a cut answer apart.
 */
export function parseJson(text: string): Parsed {
  try {
    return { kind: 'json', value: parse(text) }
  } catch (problem) {
    const repaired = isUnescaped(problem) ? escapeTexts(text) : text
    if (repaired === text) return { kind: 'malformed', why: reasonOf(text, problem) }
    const again = parseJson(repaired)
    return again.kind === 'json' ? { ...again, repaired } : again
  }
}

const parse = (text: string): unknown => JSON.parse(text.replace(LONG_NUMERIC_ID, '$1"$2"'))

const isUnescaped = (problem: unknown): boolean =>
  problem instanceof SyntaxError && UNESCAPED.test(problem.message)

function reasonOf(text: string, problem: unknown): MalformedWhy {
  if (text.trimStart().startsWith('<')) return 'web-page'
  return isCutShort(text, problem) ? 'cut-short' : 'not-json'
}

/**
 * True where the parser could go on had there been more: it complains of the end, or of a place at the end. V8's own
 * words are the only ones that there are: Node's and Electron's JSON is V8's.
 */
function isCutShort(text: string, problem: unknown): boolean {
  if (!/^\s*[{[]/.test(text) || !(problem instanceof SyntaxError)) return false
  const place = /at position (\d+)/.exec(problem.message)?.[1]
  return /^(Unexpected end of JSON|Unterminated)/.test(problem.message) || Number(place) >= text.length
}
