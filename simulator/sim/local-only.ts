import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a request for the controls is allowed: its host must be this server, and it must not come from another site's
 * page. Otherwise a page elsewhere could reach this computer's server under its own host name.
 */
export function isFromHere(headers: IncomingHttpHeaders, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]
  if (!hosts.includes((headers.host ?? '').toLowerCase())) return false
  if (headers.origin !== undefined && !hosts.some((host) => headers.origin === `http://${host}`)) return false
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return true
  return headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document' // a link that a person followed
}
