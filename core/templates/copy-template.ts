import { parseTemplate } from './parse-template.ts'
import { renderJson } from './render-json.ts'
import { renderText } from './render-text.ts'
import type { ReadingStyle } from './spoken-value.ts'
import type { TemplateCall } from './template-call.ts'

/** A named text to copy of a call. The first of a list is the default one. */
export interface CopyTemplate {
  /** What it is called, and known by: no two have the same. */
  readonly name: string
  readonly template: string
  /** `json`: values are escaped as JSON, and read the same in every language. */
  readonly format: 'text' | 'json'
  /** Accelerator of its key, such as `CommandOrControl+Shift+C`; null for none. */
  readonly key: string | null
}

export type CopyResult =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-json' }

/** What a copy of this call gives. `empty`: nothing that it names is known, so there is nothing to copy. */
export function copyWith(template: CopyTemplate, call: TemplateCall, style: ReadingStyle): CopyResult {
  const { parts } = parseTemplate(template.template)
  const text = template.format === 'json' ? renderJson(parts, call) : renderText(parts, call, style)
  if (typeof text !== 'string') return text.kind === 'json' ? { kind: 'text', text: text.text } : text
  return text.trim() === '' ? { kind: 'empty' } : { kind: 'text', text }
}
