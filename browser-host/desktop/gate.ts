import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** The parts of a request that decide whether it is admitted. */
export interface Visitor {
  readonly host: string | undefined
  readonly origin: string | undefined
  readonly cookie: string | undefined
  /** The `ticket` of its query; null when it has none. */
  readonly ticket: string | null
  /** The `secret` of its query; null when it has none. */
  readonly secret: string | null
}

export interface Gate {
  /** A new address of the desktop page, valid for one visit. */
  address(): string
  /** True for the first visit with a ticket that was issued here; the page then gets the secret. */
  redeems(visitor: Visitor): boolean
  /** Whether the visitor may read the host's files: the cookie gives access to these and nothing else. */
  opensFiles(visitor: Visitor): boolean
  /** Whether the visitor may open the socket, through which the page receives and sends everything. */
  opensSocket(visitor: Visitor): boolean
  /** Value of the `Set-Cookie` header that admits the page's own file requests. */
  readonly cookie: string
}

/**
 * Keeps out every other page and program on this computer. A cookie is sent to every port of 127.0.0.1, even to another
 * user's server, so it opens files and nothing else. The socket needs the secret, which the page receives once, for a
 * ticket, and stores for its own origin. A host name that was re-bound to 127.0.0.1 has a different Host header.
 */
export function createGate(port: number, secret: string): Gate {
  const host = `127.0.0.1:${port}`
  const origin = `http://${host}`
  const tickets = new Set<string>()
  const name = `ringside-${port}`
  const forFiles = createHash('sha256').update(`files ${secret}`).digest('base64url')
  const comesFromHere = (visitor: Visitor): boolean =>
    visitor.host === host && (visitor.origin === undefined || visitor.origin === origin)
  return {
    address() {
      const ticket = randomBytes(24).toString('base64url')
      tickets.add(ticket)
      return `${origin}/?ticket=${ticket}`
    },
    redeems: (visitor) => comesFromHere(visitor) && visitor.ticket !== null && tickets.delete(visitor.ticket),
    opensFiles: (visitor) => comesFromHere(visitor) && isSame(cookieValue(visitor.cookie, name), forFiles),
    opensSocket: (visitor) =>
      visitor.host === host && visitor.origin === origin && isSame(visitor.secret, secret),
    cookie: `${name}=${forFiles}; HttpOnly; SameSite=Strict; Path=/`,
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const isSame = (given: string | null, wanted: string): boolean =>
  given !== null && timingSafeEqual(digest(given), digest(wanted))

function cookieValue(header: string | undefined, name: string): string | null {
  const pair = header?.split(';').find((part) => part.trim().startsWith(`${name}=`))
  return pair === undefined ? null : pair.trim().slice(name.length + 1)
}
