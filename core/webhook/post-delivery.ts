import type { Clock } from '../clock.ts'
import type { Failure } from '../connection.ts'
import { hasUserInfo } from '../settings/has-user-info.ts'
import { isLoopback } from '../settings/is-loopback.ts'
import { withDeadline } from '../telephony/deadline.ts'
import { networkFailure } from '../telephony/network-failure.ts'
import { dropBody } from '../telephony/read-body.ts'
import { httpDate, retryAfterMs } from '../telephony/retry-after.ts'
import type { AlertDelivery } from './delivery.ts'
import { ID_HEADER, SIGNATURE_HEADER, signature, TIMESTAMP_HEADER } from './signature.ts'

/** From the first byte sent to the received status. */
const TIMEOUT_MS = 8_000

export interface PostParts {
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
  /** https, or http to this computer itself. */
  readonly url: string
  /** Shared with the receiver: only used in the signature. */
  readonly secret: string
}

/** One delivery attempt: null when the receiver accepted it (2xx), otherwise why not. Never throws, follows no redirect. */
export async function postDelivery(
  parts: PostParts,
  delivery: AlertDelivery,
  signal: AbortSignal,
): Promise<Failure | null> {
  if (!isWebhookUrl(parts.url)) return { kind: 'unreachable', why: 'insecure-url' }
  if (signal.aborted) return { kind: 'unreachable', why: 'aborted' }
  return await withDeadline(
    (ending) => attempt(parts, delivery, ending),
    TIMEOUT_MS,
    signal,
    (ms, run) => parts.clock.after(ms, run),
  )
}

/** True for an address that events may be sent to. A name or password in it would end up in logs on the way. */
export function isWebhookUrl(text: string): boolean {
  const url = URL.parse(text)
  if (url === null || hasUserInfo(url)) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(text))
}

async function attempt(
  parts: PostParts,
  { id, body }: AlertDelivery,
  signal: AbortSignal,
): Promise<Failure | null> {
  const timestamp = String(Math.floor(parts.clock.now() / 1000))
  try {
    const response = await parts.fetch(parts.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [ID_HEADER]: id,
        [TIMESTAMP_HEADER]: timestamp,
        [SIGNATURE_HEADER]: signature(parts.secret, id, timestamp, body),
      },
      body,
      redirect: 'manual',
      cache: 'no-store',
      credentials: 'omit',
      signal,
    })
    dropBody(response)
    return failureOf(response, parts.clock.now())
  } catch (error) {
    return networkFailure(error)
  }
}

function failureOf(response: Response, now: number): Failure | null {
  const { status, headers } = response
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400))
    return { kind: 'malformed', why: 'redirect' }
  if (status >= 200 && status < 300) return null
  const date = httpDate(headers.get('date') ?? '')
  const asked = retryAfterMs(headers.get('retry-after'), Number.isNaN(date) ? now : date)
  if (status === 429 || (status === 503 && asked !== null)) return { kind: 'limited', retryAfterMs: asked }
  return { kind: 'faulty', status, err: null }
}
