import { hasUserInfo } from '../settings/has-user-info.ts'
import { parseTemplate } from '../templates/parse-template.ts'
import { plainValue } from '../templates/plain-value.ts'
import { renderUrl } from '../templates/render-url.ts'
import type { TemplatePart } from '../templates/template.ts'
import type { TemplateCall } from '../templates/template-call.ts'
import { checkUrlTemplate, isListed } from './check-url-template.ts'
import type { Allowed } from './check-url-template.ts'
import type { UrlRefusal } from './url-refusal.ts'

export const MAX_URL_LENGTH = 2_081 // what Electron's shell.openExternal accepts on Windows

export type UrlResult =
  | { readonly kind: 'opens'; readonly url: string }
  | { readonly kind: 'refused'; readonly why: UrlRefusal }

/**
 * The URL that a rule opens for a call, or why it isn't opened. If the URL needs the caller's number and there is none,
 * it isn't opened, except with `withheld`: a rule meant for callers without a number.
 */
export function buildUrl(
  template: string,
  allowed: Allowed,
  call: TemplateCall,
  { withheld = false } = {},
): UrlResult {
  const { parts, errors } = parseTemplate(template)
  const why = errors.length > 0 ? 'template' : checkUrlTemplate(parts, allowed)
  if (why !== null) return { kind: 'refused', why }
  if (!withheld && parts.some((part) => isMissingNumber(part, call)))
    return { kind: 'refused', why: 'no-number' }
  const made = renderUrl(parts, call)
  const refusal = checkMade(made, parts, allowed)
  return refusal === null ? { kind: 'opens', url: made } : { kind: 'refused', why: refusal }
}

/** Why a complete URL, such as one that a server sent, isn't opened; null if it may be. */
export function checkUrl(url: string, allowed: Allowed): UrlRefusal | null {
  const parts: readonly TemplatePart[] = [{ kind: 'text', text: url }]
  return checkUrlTemplate(parts, allowed) ?? checkMade(url, parts, allowed)
}

const isMissingNumber = (part: TemplatePart, call: TemplateCall): boolean =>
  part.kind === 'field' && /^phone\b/.test(part.field) && plainValue(part, call) === ''

/** The same checks again, on the URL as the system will read it. */
function checkMade(made: string, parts: readonly TemplatePart[], { hosts }: Allowed): UrlRefusal | null {
  if (made.length > MAX_URL_LENGTH) return 'too-long'
  const url = URL.parse(made)
  const plain = URL.parse(filled(parts))
  if (url === null || plain === null) return 'not-a-url'
  if (url.protocol !== plain.protocol) return 'not-a-url'
  // In a custom scheme, the part where https has a host means something else, for example in zoiper://0722776772.
  const refusal = url.protocol === 'https:' ? checkHost(url, hosts) : null
  if (refusal !== null) return refusal
  return depth(url) === depth(plain) ? null : 'path-changed'
}

function checkHost(url: URL, hosts: readonly string[]): UrlRefusal | null {
  if (hasUserInfo(url)) return 'user-info'
  return isListed(url.host, hosts) ? null : 'host-not-listed'
}

/** The template with some value in each place: its shape must stay the same with any values. */
const filled = (parts: readonly TemplatePart[]): string =>
  parts.map((part) => (part.kind === 'text' ? part.text : 'x')).join('')

const depth = ({ pathname }: URL): number => pathname.split('/').length
