/** No agent would wait longer than this before looking for the cause; the server can repeat the header on the next request. */
export const MAX_RETRY_AFTER_MS = 300_000

/**
 * How long a `Retry-After` header says to wait, in ms from now, at most MAX_RETRY_AFTER_MS. Null when there is no valid
 * one. Accepts seconds or an HTTP date (RFC 9110, 10.2.3); a date is compared with `trueNow`, epoch ms.
 */
export function retryAfterMs(header: string | null, trueNow: number): number | null {
  const text = header?.trim() ?? ''
  const ms = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : httpDate(text) - trueNow
  return Number.isNaN(ms) ? null : Math.min(MAX_RETRY_AFTER_MS, Math.max(0, Math.round(ms)))
}

/** An HTTP date as epoch ms; NaN for anything else. */
export function httpDate(text: string): number {
  return /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN
}

/** The `Date` header of a response as epoch ms: true UTC, whatever this computer's clock says. Null when absent. */
export function serverDate({ headers }: Response): number | null {
  const date = httpDate(headers.get('date') ?? '')
  return Number.isNaN(date) ? null : date
}

/** How long a response says to wait, see `retryAfterMs`; a date in it is compared with the server's, or with `now`. */
export const waitRequired = (response: Response, now: () => number): number | null =>
  retryAfterMs(response.headers.get('retry-after'), serverDate(response) ?? now())
