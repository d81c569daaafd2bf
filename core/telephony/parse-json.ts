import type { Failure } from '../domain.ts'

type MalformedWhy = Extract<Failure, { kind: 'malformed' }>['why']
export type Parsed =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'malformed'; readonly why: MalformedWhy }

/** An id written as a number of 16 digits or more, which would lose its last ones. */
const LONG_NUMERIC_ID = /"(?:ivrid|CallID|OriginalIvrUniqueID)"\s*:\s*\d{16}/
const MAX_DIGITS = 64

/** A body as JSON; ids written as long numbers keep all their digits, as BigInt. Tells a web page and a cut answer apart. */
export function parseJson(text: string): Parsed {
  try {
    return { kind: 'json', value: LONG_NUMERIC_ID.test(text) ? parseExactly(text) : JSON.parse(text) }
  } catch {
    const start = text.trimStart()
    return {
      kind: 'malformed',
      why: start.startsWith('<') ? 'web-page' : isCutShort(start) ? 'cut-short' : 'not-json',
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

/** True for text that begins as JSON and ends inside it: within a string, an object or an array. */
function isCutShort(text: string): boolean {
  if (!/^[{[]/.test(text)) return false
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (quoted && char === '\\') at++
    else if (char === '"') quoted = !quoted
    else if (!quoted && (char === '{' || char === '[')) depth++
    else if (!quoted && (char === '}' || char === ']')) depth--
  }
  return quoted || depth > 0
}
