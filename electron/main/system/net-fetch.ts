import { net } from 'electron/main'

/** `fetch` by Electron's network: it knows the system's proxies and certificates. */
export const netFetch: typeof globalThis.fetch = (input, init) =>
  net.fetch(input instanceof URL ? input.href : input, init)
