import { net } from 'electron/main'
import { createRequestFetch } from './request-fetch.ts'

/**
 * `fetch` over Electron's network stack, with the system's proxies and certificates. Not `net.fetch`, which throws
 * errors that can't be caught.
 */
export const netFetch = createRequestFetch((options) => net.request(options))
