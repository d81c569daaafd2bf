import type { ClientRequestConstructorOptions, Session } from 'electron/main'
import { createRequestFetch, type OpenRequest } from './request-fetch.ts'

export interface ActFetchParts {
  readonly open: OpenRequest
  /** Returns the session with that name, which has its own connections. */
  readonly sessionOf: (
    name: string,
  ) => Pick<Session, 'closeAllConnections'> & ClientRequestConstructorOptions['session']
}

/**
 * More than ever run at the same time: a session is reused, and its connections closed, only after this many others.
 */
const SESSIONS = 8

/**
 * `fetch` for requests that must not be carried out twice, such as setting a status. Chromium repeats a request on its
 * own, even a POST, if a reused connection turns out to be closed, although the server may already have carried it out
 * (net/http/http_network_transaction.cc, ShouldResendRequest). Here each request has a new connection, on which nothing
 * is repeated.
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
