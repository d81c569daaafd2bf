import type { ClientRequestConstructorOptions, Session } from 'electron/main'
import { createRequestFetch, type OpenRequest } from './request-fetch.ts'

export interface ActFetchParts {
  readonly open: OpenRequest
  /** A session of its own by that name, with connections of its own. */
  readonly sessionOf: (
    name: string,
  ) => Pick<Session, 'closeAllConnections'> & ClientRequestConstructorOptions['session']
}

/** More than are ever under way: a session is used again, and its connections closed, only after as many others. */
const SESSIONS = 8

/**
 * `fetch` for what must not be done twice, such as setting a status. Chromium sends a request again by itself, also a POST, when
 * a connection that was kept from an earlier one turns out to be closed: the server may have carried out the first by then
 * (net/http/http_network_transaction.cc, ShouldResendRequest). Here each has a connection of its own, which is never tried again.
 */
export function createActFetch({ open, sessionOf }: ActFetchParts): typeof globalThis.fetch {
  let nth = 0
  return async (input, init) => {
    const session = sessionOf(`act-${nth}`)
    nth = (nth + 1) % SESSIONS
    await session.closeAllConnections()
    return createRequestFetch((options) => open({ ...options, session }))(input, init)
  }
}
