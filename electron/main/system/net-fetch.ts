import { net, session } from 'electron/main'
import { createRequestFetch } from './request-fetch.ts'

/**
 * `fetch` over Electron's network stack, with the system's proxies and certificates. Not `net.fetch`, which throws
 * errors that can't be caught.
 */
export const netFetch = createRequestFetch((options) => net.request(options))

/**
 * The same for what must not arrive twice. Where a connection that was used before breaks off without an answer, Chromium sends the
 * request once more, whatever its method (net/http/http_network_transaction.cc, ShouldResendRequest); so each goes over a connection
 * of its own.
 */
export const sendOnce: typeof globalThis.fetch = async (input, init) => {
  const own = session.fromPartition('once')
  await own.closeAllConnections()
  return createRequestFetch((options) => net.request({ ...options, session: own }))(input, init)
}
