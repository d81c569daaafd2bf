import { jsonContexts } from './json-contexts.ts'
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
  return isJson(text) ? { kind: 'json', text } : { kind: 'not-json' }
}

const wholeValue = (value: string | number): string => (value === '' ? 'null' : JSON.stringify(value))

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
