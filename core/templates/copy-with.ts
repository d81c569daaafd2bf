import type { CopyTemplate } from './copy-template.ts'
import { parseTemplate } from './parse-template.ts'
import { renderJson } from './render-json.ts'
import { renderText } from './render-text.ts'
import type { ReadingStyle } from './spoken-value.ts'
import type { TemplateCall } from './template-call.ts'

export type CopyResult =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-json' }

/** The copied text for this call. `empty`: none of the named fields is known, so there is nothing to copy. */
export function copyWith(template: CopyTemplate, call: TemplateCall, style: ReadingStyle): CopyResult {
  const { parts } = parseTemplate(template.template)
  const text = template.format === 'json' ? renderJson(parts, call) : renderText(parts, call, style)
  if (typeof text !== 'string') return text.kind === 'json' ? { kind: 'text', text: text.text } : text
  return text.trim() === '' ? { kind: 'empty' } : { kind: 'text', text }
}
