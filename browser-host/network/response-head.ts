import type { IncomingMessage } from 'node:http'
import type { Redirect, ResponseHead } from './load.ts'

/** As Electron reads it: the received bytes as UTF-8 (shell/common/gin_converters/net_converter.cc:186-192). */
export function headOf(message: IncomingMessage): ResponseHead {
  const { statusCode = 0, statusMessage = '', headersDistinct } = message
  const headers: Record<string, string[]> = {}
  for (const [name, values = []] of Object.entries(headersDistinct)) headers[name] = values.map(decoded)
  return { statusCode, statusMessage: decoded(statusMessage), headers }
}

/** Node decodes headers as Latin-1: one character per byte. */
const decoded = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8')

/** Where a response redirects the request, and how it is sent there; null if it isn't a redirect. */
export function redirectOf(head: ResponseHead, url: string, method: string): Redirect | null {
  const { statusCode } = head
  const to = URL.parse(head.headers['location']?.[0] ?? '', url)
  if (![301, 302, 303, 307, 308].includes(statusCode) || head.headers['location'] === undefined) return null
  const becomesGet = statusCode === 303 ? method !== 'HEAD' : statusCode < 303 && method === 'POST'
  return { statusCode, method: becomesGet ? 'GET' : method, url: to?.href ?? url }
}

/** Which server or proxy requires a password, and for what; null if none does. */
export function loginOf(head: ResponseHead, asker: URL): Electron.AuthInfo | null {
  const isProxy = head.statusCode === 407
  const [challenge] = head.headers[isProxy ? 'proxy-authenticate' : 'www-authenticate'] ?? []
  if (challenge === undefined || (!isProxy && head.statusCode !== 401)) return null
  const { protocol, hostname: host, port } = asker
  return {
    isProxy,
    scheme: /^\w+/.exec(challenge)?.[0].toLowerCase() ?? '',
    host,
    port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
    realm: /realm="([^"]*)"/i.exec(challenge)?.[1] ?? '',
  }
}
