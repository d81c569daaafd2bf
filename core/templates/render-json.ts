import { jsonPlaces } from './json-places.ts'
import { plainValue } from './plain-value.ts'
import type { TemplatePart } from './template.ts'
import type { TemplateCall } from './template-call.ts'

/** `not-json`: what the template gives is no JSON, whatever the values are. */
export type JsonText = { readonly kind: 'json'; readonly text: string } | { readonly kind: 'not-json' }

/**
 * A template filled in as JSON. Within quotes a value is escaped as a part of that text; outside of them it is a whole
 * value of its own: a number for a span of time, a text in quotes, null for nothing. So no value ends what it is in.
 */
export function renderJson(parts: readonly TemplatePart[], call: TemplateCall): JsonText {
  const places = jsonPlaces(parts)
  if (places === null) return { kind: 'not-json' }
  const text = parts
    .map((part, index) => {
      if (part.kind === 'text') return part.text
      const value = plainValue(part, call)
      return places[index] === 'within' ? JSON.stringify(String(value)).slice(1, -1) : wholeValue(value)
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
