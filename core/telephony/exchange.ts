import { isLoopback } from '../settings/is-loopback.ts'
import type { Failure } from '../connection.ts'
import { withDeadline } from './deadline.ts'
import type { After } from './deadline.ts'
import { networkFailure } from './network-failure.ts'
import { dropBody, readBody } from './read-body.ts'
import { httpDate, retryAfterMs } from './retry-after.ts'

/** The raw result of one request. Times are epoch ms by this computer's clock. */
export interface Exchange {
  readonly kind: 'exchanged'
  readonly status: number
  readonly text: string
  readonly sentAt: number
  readonly receivedAt: number
  readonly serverDate: number | null
  /** How long the server says to wait before the next request; null where it doesn't. */
  readonly retryAfterMs: number | null
}

export interface ExchangeParts {
  readonly fetch: typeof globalThis.fetch
  readonly now: () => number
  readonly after: After
  /** Default: 8 s. */
  readonly timeoutMs?: number
}

/** From the request to the last byte of the response; a ring is half over by then. */
export const TIMEOUT_MS = 8_000

/**
 * One POST with a JSON body, and the response's text of at most `maxBytes`. Sends only by https, or by http to this computer itself.
 * Never throws; statuses that need no body (redirects, 401, 403, 429) are returned as outcomes.
 */
export async function exchange(
  parts: ExchangeParts,
  url: string,
  request: object,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Exchange | Failure> {
  if (!isSafe(url)) return { kind: 'unreachable', why: 'insecure-url' }
  if (signal.aborted) return { kind: 'unreachable', why: 'aborted' }
  return await withDeadline(
    (ending) => attempt(parts, url, request, maxBytes, ending),
    parts.timeoutMs ?? TIMEOUT_MS,
    signal,
    parts.after,
  )
}

function isSafe(url: string): boolean {
  const protocol = URL.parse(url)?.protocol
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(url))
}

async function attempt(
  { fetch, now }: ExchangeParts,
  url: string,
  request: object,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Exchange | Failure> {
  const sentAt = now()
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(request),
      redirect: 'manual',
      cache: 'no-store',
      credentials: 'omit',
      signal,
    })
    const serverDate = dateOf(response)
    const waitMs = retryAfterMs(response.headers.get('retry-after'), serverDate ?? now())
    const refusal = refusalOf(response, waitMs)
    if (refusal !== null) {
      dropBody(response)
      return refusal
    }
    const text = await readBody(response, maxBytes)
    if (text === null) return { kind: 'malformed', why: 'too-large' }
    const { status } = response
    return { kind: 'exchanged', status, text, sentAt, receivedAt: now(), serverDate, retryAfterMs: waitMs }
  } catch (error) {
    return networkFailure(error)
  }
}

function dateOf(response: Response): number | null {
  const date = httpDate(response.headers.get('date') ?? '')
  return Number.isNaN(date) ? null : date
}

function refusalOf(response: Response, waitMs: number | null): Failure | null {
  const { status } = response
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400))
    return { kind: 'malformed', why: 'redirect' }
  if (status === 401) return { kind: 'refused', why: 'code' }
  if (status === 403) return { kind: 'refused', why: 'address' }
  if (status === 429) return { kind: 'limited', retryAfterMs: waitMs }
  return null
}
