import { plainValue } from './plain-value.ts'
import type { TemplatePart } from './template.ts'
import type { TemplateCall } from './template-call.ts'

/**
 * A template filled in as a URL, every value percent-encoded. In an address that is a number or begins with one
 * (`tel:`, `sip:`), `+` and `*` stay as they are: RFC 3966 allows them, and diallers decode nothing there. Whether it
 * may be opened is decided in core/crm.
 */
export function renderUrl(parts: readonly TemplatePart[], call: TemplateCall): string {
  return parts.reduce((url, part) => {
    if (part.kind === 'text') return url + part.text
    const value = percentEncoded(String(plainValue(part, call)))
    return url + (DIALLED.test(url) ? value.replaceAll('%2B', '+').replaceAll('%2A', '*') : value)
  }, '')
}

/** The text before a dialled value: a scheme other than the web's or a file's, and no query yet. */
const DIALLED = /^(?!https?:|file:)[a-z][a-z\d+.-]*:[^?#]*$/i

/** Only letters, digits, `-`, `_`, `.` and `~` are left: none of them ends a part of a URL. */
function percentEncoded(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
