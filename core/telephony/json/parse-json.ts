import type { Failure } from '../../connection.ts'
import { escapeTexts } from './escape-texts.ts'

type MalformedWhy = Extract<Failure, { kind: 'malformed' }>['why']
export type Parsed =
  /** `repaired`: the text that was parsed, where it differs from the received one. */
  | { readonly kind: 'json'; readonly value: unknown; readonly repaired?: string }
  | { readonly kind: 'malformed'; readonly why: MalformedWhy }

/**
 * An id written as a number of 16 digits or more, which would lose its last ones. Within a text no quote appears without a
 * backslash, so nothing there looks like this.
 */
const LONG_NUMERIC_ID = /("(?:ivrid|CallID|OriginalIvrUniqueID)"\s*:\s*)(\d{16,64})(?=[\s,}])/gi
/** V8's error messages for unescaped characters; after a quotation mark, something else was expected. */
const UNESCAPED = /^Bad (?:control|escaped) character|^Bad Unicode escape|^Expected /

/**
 * A body as JSON; ids written as long numbers keep all their digits, as text. An unescaped text in it is
 * repaired: one name must not hide every call. Distinguishes a web page from a truncated response.
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
  if (text.trimStart().startsWith('<')) return isOtherXml(text) ? 'not-json' : 'web-page'
  return isCutShort(text, problem) ? 'cut-short' : 'not-json'
}

/** XML that isn't a web page: a server responds, in a format that isn't supported. */
const isOtherXml = (text: string): boolean =>
  text.trimStart().startsWith('<?xml') && !/<(?:!doctype )?html/i.test(text.slice(0, 1_000))

/**
 * Whether more text could have made it valid: V8's message is about the end of the text, or names its last position.
 * Node and Electron both use V8.
 */
function isCutShort(text: string, problem: unknown): boolean {
  if (!/^\s*[{[]/.test(text) || !(problem instanceof SyntaxError)) return false
  const position = /at position (\d+)/.exec(problem.message)?.[1]
  return /^(Unexpected end of JSON|Unterminated)/.test(problem.message) || Number(position) >= text.length
}
