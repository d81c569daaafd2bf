import { parsedJson } from '../parsed-json.ts'
import { plainValue } from './plain-value.ts'
import type { TemplatePart } from './template.ts'
import type { TemplateCall } from './template-call.ts'

/** `not-json`: the template's output isn't JSON, whatever the values are. */
export type JsonText = { readonly kind: 'json'; readonly text: string } | { readonly kind: 'not-json' }

/**
 * A template filled in as JSON. Within quotes a value is escaped as part of that text; outside it is a separate
 * JSON value: a number for a duration, a text in quotes, null for none. So no value can break out of its position.
 */
export function renderJson(parts: readonly TemplatePart[], call: TemplateCall): JsonText {
  const contexts = jsonContexts(parts)
  if (contexts === null) return { kind: 'not-json' }
  const text = parts
    .map((part, index) => {
      if (part.kind === 'text') return part.text
      const value = plainValue(part, call)
      return contexts[index] === 'within' ? JSON.stringify(String(value)).slice(1, -1) : wholeValue(value)
    })
    .join('')
  return parsedJson(text) !== undefined ? { kind: 'json', text } : { kind: 'not-json' }
}

const wholeValue = (value: string | number): string => (value === '' ? 'null' : JSON.stringify(value))

/** Where a part starts: within a quoted text, or outside. */
type JsonContext = 'within' | 'outside'

/** Where each part of a JSON template starts; null when a field would complete an escape such as `\` or `\u00`. */
function jsonContexts(parts: readonly TemplatePart[]): readonly JsonContext[] | null {
  const contexts: JsonContext[] = []
  let at: Reading = { context: 'outside', owed: 0 }
  for (const part of parts) {
    contexts.push(at.context)
    if (part.kind === 'text') for (const character of part.text) at = after(at, character)
    else if (at.owed > 0) return null
  }
  return contexts
}

interface Reading {
  readonly context: JsonContext
  /** What is missing to complete the escape: hexadecimal digits, or everything after its backslash. */
  readonly owed: number
}

const HEX_DIGITS = 4
const ALL = HEX_DIGITS + 1

function after({ context, owed }: Reading, character: string): Reading {
  if (owed === ALL) return { context, owed: character === 'u' ? HEX_DIGITS : 0 }
  if (owed > 0) return { context, owed: owed - 1 }
  if (character === '"') return { context: context === 'within' ? 'outside' : 'within', owed }
  return { context, owed: context === 'within' && character === '\\' ? ALL : 0 }
}
