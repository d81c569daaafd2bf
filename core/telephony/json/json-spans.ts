/** Where a part of a text starts, and the index after its end. */
export interface TextSpan {
  readonly start: number
  readonly end: number
}

/** The entries of a list within a text. The list starts right after `head` and ends at `tail`, its closing bracket. */
export interface ListSpans {
  readonly head: number
  readonly tail: number
  readonly entries: readonly TextSpan[]
}

const QUOTE = 0x22
const COMMA = 0x2c
const BACKSLASH = 0x5c
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_RECORD = 0x7b
const CLOSE_RECORD = 0x7d

/**
 * Finds the list `name` at the top level of a valid JSON object. Null when there is no such list, or when
 * it is ambiguous: listed twice, or with escaped keys.
 */
export function listSpans(text: string, name: string): ListSpans | null {
  let at = afterSpace(text, 0)
  if (text.charCodeAt(at) !== OPEN_RECORD) return null
  let found: ListSpans | null = null
  at = afterSpace(text, at + 1)
  while (text.charCodeAt(at) === QUOTE) {
    const keyEnd = stringEnd(text, at)
    const key = text.slice(at + 1, keyEnd - 1)
    const value = afterSpace(text, afterSpace(text, keyEnd) + 1)
    if (keyEnd === -1 || key.includes('\\') || (key === name && found !== null)) return null
    const list = key === name ? entriesAt(text, value) : null
    if (key === name && list === null) return null
    found ??= list
    const end = list === null ? valueEnd(text, value) : list.tail + 1
    if (end === -1) return null
    at = afterSpace(text, end)
    if (text.charCodeAt(at) === COMMA) at = afterSpace(text, at + 1)
  }
  return found
}

/** The index after the JSON value that starts at `at`; -1 when it doesn't end. Only exact for valid JSON. */
export function valueEnd(text: string, at: number): number {
  const first = text.charCodeAt(at)
  if (first === QUOTE) return stringEnd(text, at)
  if (first !== OPEN_RECORD && first !== OPEN_LIST) return scalarEnd(text, at)
  let depth = 0
  for (let index = at; index < text.length; index++) {
    const character = text.charCodeAt(index)
    if (character === QUOTE) {
      index = stringEnd(text, index) - 1
      if (index < 0) return -1
    } else if (character === OPEN_RECORD || character === OPEN_LIST) depth++
    else if (character === CLOSE_RECORD || character === CLOSE_LIST) {
      depth--
      if (depth === 0) return index + 1
    }
  }
  return -1
}

/** The first index from `at` on that isn't JSON white space. */
export function afterSpace(text: string, at: number): number {
  let index = at
  for (;;) {
    const character = text.charCodeAt(index)
    const isSpace = character === 0x20 || character === 0x0a || character === 0x0d || character === 0x09
    if (!isSpace) return index
    index++
  }
}

function entriesAt(text: string, open: number): ListSpans | null {
  if (text.charCodeAt(open) !== OPEN_LIST) return null
  const entries: TextSpan[] = []
  let at = afterSpace(text, open + 1)
  while (text.charCodeAt(at) !== CLOSE_LIST) {
    const end = valueEnd(text, at)
    if (end <= at) return null
    entries.push({ start: at, end })
    at = afterSpace(text, end)
    if (text.charCodeAt(at) === COMMA) at = afterSpace(text, at + 1)
  }
  return { head: open + 1, tail: at, entries }
}

function stringEnd(text: string, at: number): number {
  let quote = text.indexOf('"', at + 1)
  while (quote !== -1 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1)
  return quote === -1 ? -1 : quote + 1
}

function isEscaped(text: string, quote: number): boolean {
  let backslashes = 0
  while (text.charCodeAt(quote - 1 - backslashes) === BACKSLASH) backslashes++
  return backslashes % 2 === 1
}

function scalarEnd(text: string, at: number): number {
  let index = at
  while (index < text.length && !/[\s,\]}]/.test(text.charAt(index))) index++
  return index
}
