/** What `fetch` rejects with when the network fails with this code, such as `ECONNRESET`. */
export const failedFetch = (code: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })
