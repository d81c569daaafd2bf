/**
 * The context of a value in a response: the key above it (a list passes its own down), and whether it is within
 * `customdata`.
 */
export interface ValueContext {
  readonly key: string
  readonly custom: boolean
}

export interface Rewriting {
  /** The name of a key; `custom` for one within `customdata`. */
  key(name: string, custom: boolean): string
  text(value: string, context: ValueContext): string
  /** Takes a number as written, and returns how to write it. */
  number(literal: string, context: ValueContext): string
}

interface Level extends ValueContext {
  readonly isObject: boolean
}

const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const TOP: ValueContext = { key: '', custom: false }

/**
 * Valid JSON with its texts, numbers and keys rewritten in place. Everything else stays as it was written:
 * duplicate keys, long numbers and odd nesting are what a recording is for, and parsing would lose them.
 */
export function redactJson(json: string, rewriting: Rewriting): string {
  const levels: Level[] = []
  const out: string[] = []
  let context = TOP
  let isKey = false
  let at = 0

  function takeText(): void {
    const end = endOfText(json, at)
    const value = textOf(json.slice(at, end))
    at = end
    if (!isKey) {
      out.push(JSON.stringify(rewriting.text(value, context)))
      return
    }
    const custom = levels.at(-1)?.custom === true
    out.push(JSON.stringify(rewriting.key(value, custom)))
    context = { key: value, custom: custom || value === 'customdata' }
    isKey = false
  }

  function takeNumber(): void {
    NUMBER.lastIndex = at
    const literal = NUMBER.exec(json)?.[0] ?? json.charAt(at)
    at += literal.length
    out.push(rewriting.number(literal, context))
  }

  function takeMark(mark: string): void {
    if (mark === '{' || mark === '[') levels.push({ ...context, isObject: mark === '{' })
    if (mark === '}' || mark === ']') levels.pop()
    const level = levels.at(-1)
    if (mark !== ':') context = level ?? TOP
    isKey = (mark === '{' || mark === ',') && level?.isObject === true
    out.push(mark)
    at += 1
  }

  while (at < json.length) {
    const mark = json.charAt(at)
    if (mark === '"') takeText()
    else if (mark === '-' || (mark >= '0' && mark <= '9')) takeNumber()
    else if ('{}[],:'.includes(mark)) takeMark(mark)
    else {
      out.push(mark)
      at += 1
    }
  }
  return out.join('')
}

/** The index after the closing quote. */
function endOfText(json: string, start: number): number {
  for (let quote = json.indexOf('"', start + 1); quote !== -1; quote = json.indexOf('"', quote + 1)) {
    let slashes = 0
    while (json.charAt(quote - 1 - slashes) === '\\') slashes += 1
    if (slashes % 2 === 0) return quote + 1
  }
  return json.length
}

function textOf(literal: string): string {
  const value: unknown = JSON.parse(literal)
  return typeof value === 'string' ? value : ''
}
