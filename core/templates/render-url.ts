import { plainValue } from './plain-value.ts'
import type { TemplatePart } from './template.ts'
import type { TemplateCall } from './template-call.ts'

/** A template filled in as a URL, every value percent-encoded. Whether it may be opened is decided in core/crm. */
export function renderUrl(parts: readonly TemplatePart[], call: TemplateCall): string {
  return parts
    .map((part) => (part.kind === 'text' ? part.text : percentEncoded(String(plainValue(part, call)))))
    .join('')
}

/** Nothing is left but letters, digits, `-`, `_`, `.` and `~`: none of them ends a part of a URL. */
function percentEncoded(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
