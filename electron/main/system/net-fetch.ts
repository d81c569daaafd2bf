import { net } from 'electron/main'
import { createRequestFetch } from './request-fetch.ts'

/** `fetch` by Electron's network: it knows the system's proxies and certificates. Not `net.fetch`, which throws what nobody can catch. */
export const netFetch = createRequestFetch((options) => net.request(options))
