import type { Failure } from '../../connection.ts'
import { escapeTexts } from './escape-texts.ts'

type MalformedWhy = Extract<Failure, { kind: 'malformed' }>['why']
export type Parsed =
  /** `repaired`: the text that was parsed, where another one came. */
  | { readonly kind: 'json'; readonly value: unknown; readonly repaired?: string }
  | { readonly kind: 'malformed'; readonly why: MalformedWhy }

/** An id written as a number of 16 digits or more, which would lose its last ones. */
const LONG_NUMERIC_ID = /"(?:ivrid|CallID|OriginalIvrUniqueID)"\s*:\s*\d{16}/
const MAX_DIGITS = 64

/**
 * A body as JSON; ids written as long numbers keep all their digits, as BigInt. A text in it that was not escaped is
 * repaired: one name must not hide every call. Tells a web page and a cut answer apart.
 */
export function parseJson(text: string): Parsed {
  const parsed = parse(text)
  if (parsed.kind === 'json') return parsed
  const repaired = escapeTexts(text)
  if (repaired === text) return parsed
  const again = parse(repaired)
  return again.kind === 'json' ? { ...again, repaired } : again
}

function parse(text: string): Parsed {
  try {
    return { kind: 'json', value: LONG_NUMERIC_ID.test(text) ? parseExactly(text) : JSON.parse(text) }
  } catch (problem) {
    const isPage = text.trimStart().startsWith('<')
    return {
      kind: 'malformed',
      why: isPage ? 'web-page' : isCutShort(text, problem) ? 'cut-short' : 'not-json',
    }
  }
}

function parseExactly(text: string): unknown {
  const plain: unknown = JSON.parse(text)
  try {
    return JSON.parse(text, keepDigits)
  } catch {
    return plain // nested more deeply than a reviver can follow
  }
}

function keepDigits(_key: string, value: unknown, ...[context]: unknown[]): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value
  const source =
    typeof context === 'object' && context !== null && 'source' in context ? context.source : null
  return typeof source === 'string' && source.length <= MAX_DIGITS && /^\d+$/.test(source)
    ? BigInt(source)
    : value
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
