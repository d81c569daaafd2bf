import type { Clock } from '../clock.ts'
import type { Failure } from '../connection.ts'
import { hasUserInfo } from '../settings/has-user-info.ts'
import { isSecure } from '../settings/is-secure.ts'
import { post } from '../telephony/post.ts'
import { dropBody } from '../telephony/read-body.ts'
import { waitRequired } from '../telephony/retry-after.ts'
import type { AlertDelivery } from './delivery.ts'
import { ID_HEADER, SIGNATURE_HEADER, signature, TIMESTAMP_HEADER } from './signature.ts'

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
  { fetch, clock, url, secret }: PostParts,
  { id, body }: AlertDelivery,
  signal: AbortSignal,
): Promise<Failure | null> {
  if (!isWebhookUrl(url)) return { kind: 'unreachable', why: 'insecure-url' }
  const content = () => {
    const timestamp = String(Math.floor(clock.now() / 1000))
    const signed = signature(secret, id, timestamp, body)
    return { headers: { [ID_HEADER]: id, [TIMESTAMP_HEADER]: timestamp, [SIGNATURE_HEADER]: signed }, body }
  }
  const failure = (response: Response): Failure | null => {
    dropBody(response)
    return failureOf(response, clock.now)
  }
  return await post({ fetch, after: clock.after }, url, content, failure, signal)
}

/** True for an address that events may be sent to. A name or password in it would end up in logs on the way. */
export function isWebhookUrl(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && !hasUserInfo(url) && isSecure(url)
}

function failureOf(response: Response, now: () => number): Failure | null {
  const { status, ok } = response
  if (ok) return null
  const retryAfterMs = waitRequired(response, now)
  if (status === 429 || (status === 503 && retryAfterMs !== null)) return { kind: 'limited', retryAfterMs }
  return { kind: 'faulty', status, err: null }
}
