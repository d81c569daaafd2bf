import { net, session } from 'electron/main'
import { createActFetch } from './act-fetch.ts'
import { createRequestFetch } from './request-fetch.ts'

/**
 * `fetch` over Electron's network stack, with the system's proxies and certificates. Not `net.fetch`, which throws
 * errors that can't be caught.
 */
export const netFetch = createRequestFetch((options) => net.request(options))

/** Like `netFetch`, for requests that must not be carried out twice. */
export const actFetch = createActFetch({
  open: (options) => net.request(options),
  sessionOf: (name) => session.fromPartition(name, { cache: false }),
})
