import { isHost } from '../settings/is-host.ts'
import type { TemplatePart } from '../templates/template.ts'
import { isRunningScheme } from './is-running-scheme.ts'
import type { UrlRefusal } from './url-refusal.ts'

/** What may be opened: hosts by https, and other schemes named by the organisation's policy, such as `zoiper`. */
export interface Allowed {
  readonly hosts: readonly string[]
  readonly schemes: readonly string[]
}

const SCHEME = /^([a-z][a-z\d+.-]*):/i

/**
 * Why a URL template can't be opened whatever its values are; null if it can. The text before the first field decides,
 * and is read strictly: what a browser would tolerate is refused, so that no two parsers see different hosts.
 */
export function checkUrlTemplate(parts: readonly TemplatePart[], allowed: Allowed): UrlRefusal | null {
  const texts = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []))
  const [first] = parts
  const start = first?.kind === 'text' ? first.text : ''
  // Every URL parser drops line breaks and similar characters: the result is a different URL.
  if (texts.some((text) => /[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\p{Surrogate}/u.test(text)))
    return 'control-character'
  if (texts.some((text) => text.includes('\\'))) return 'backslash'
  const scheme = SCHEME.exec(start)?.[1]?.toLowerCase()
  if (scheme === undefined) return 'scheme'
  if (isRunningScheme(scheme)) return 'script'
  if (scheme === 'https') return checkAuthority(start.slice('https:'.length), parts.length > 1, allowed.hosts)
  return scheme === 'http' || !allowed.schemes.includes(scheme) ? 'scheme' : null
}

function checkAuthority(rest: string, goesOn: boolean, hosts: readonly string[]): UrlRefusal | null {
  const authority = /^\/\/([^/?#]*)([/?#]?)/.exec(rest)
  const [, host = '', end = ''] = authority ?? []
  if (host.includes('@')) return 'user-info'
  if (goesOn && end === '') return 'field-in-host'
  if (host === '') return 'no-host'
  if (/[^\x20-\x7e]/.test(host)) return 'host-not-ascii'
  return checkHost(host.toLowerCase(), hosts)
}

function checkHost(host: string, hosts: readonly string[]): UrlRefusal | null {
  const [name = '', port = ''] = host.split(':')
  if (isListed(host, hosts)) return null
  return port !== '' && isListed(name, hosts) ? 'port' : 'host-not-listed'
}

/** https's own port may be written or left out. */
export const isListed = (host: string, hosts: readonly string[]): boolean =>
  isHost(host) && hosts.some((listed) => withoutOwnPort(listed) === withoutOwnPort(host))

const withoutOwnPort = (host: string): string => host.toLowerCase().replace(/:443$/, '')
