import { createHash, timingSafeEqual } from 'node:crypto'

/** What of a request decides whether it may come in. */
export interface Visitor {
  readonly host: string | undefined
  readonly origin: string | undefined
  readonly cookie: string | undefined
  /** The `token` of its query; null when it has none. */
  readonly token: string | null
}

export interface Gate {
  /** True for a request of the desktop page itself: right host, right origin where one is given, right token. */
  admits(visitor: Visitor): boolean
  /** The same for a websocket, which always has an origin. */
  admitsSocket(visitor: Visitor): boolean
  /** Value of the `Set-Cookie` header by which the page's own assets come in. */
  readonly cookie: string
}

/**
 * Keeps every other page and program of this computer out: a web page elsewhere can't know the token, and a name
 * that was re-bound to 127.0.0.1 has another Host.
 */
export function createGate(port: number, token: string): Gate {
  const host = `127.0.0.1:${port}`
  const origin = `http://${host}`
  // Cookies do not tell ports apart: the name keeps two hosts on one computer from each other.
  const name = `ringside-${port}`
  const admits = (visitor: Visitor): boolean =>
    visitor.host === host &&
    (visitor.origin === undefined || visitor.origin === origin) &&
    (same(visitor.token, token) || same(cookieValue(visitor.cookie, name), token))
  return {
    admits,
    admitsSocket: (visitor) => visitor.origin === origin && admits(visitor),
    cookie: `${name}=${token}; HttpOnly; SameSite=Strict; Path=/`,
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const same = (given: string | null, wanted: string): boolean =>
  given !== null && timingSafeEqual(digest(given), digest(wanted))

function cookieValue(header: string | undefined, name: string): string | null {
  const pair = header?.split(';').find((part) => part.trim().startsWith(`${name}=`))
  return pair === undefined ? null : pair.trim().slice(name.length + 1)
}
