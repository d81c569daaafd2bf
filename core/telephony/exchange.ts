import type { Failure } from '../connection.ts'
import { post, type PostParts } from './post.ts'
import { dropBody, readBody } from './read-body.ts'
import { serverDate, waitRequired } from './retry-after.ts'

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

export interface ExchangeParts extends PostParts {
  readonly now: () => number
}

/**
 * One POST with a JSON body (see `post`), and the response's text of at most `maxBytes`. Never throws; statuses that
 * need no body (redirects, 401, 403, 429) are returned as outcomes.
 */
export async function exchange(
  parts: ExchangeParts,
  url: string,
  request: object,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Exchange | Failure> {
  const { now } = parts
  const sentAt = now()
  const read = async (response: Response): Promise<Exchange | Failure> => {
    const { status } = response
    const retryAfterMs = waitRequired(response, now)
    const refusal = refusalOf(status, retryAfterMs)
    if (refusal !== null) {
      dropBody(response)
      return refusal
    }
    const text = await readBody(response, maxBytes)
    if (text === null) return { kind: 'malformed', why: 'too-large' }
    const date = serverDate(response)
    return { kind: 'exchanged', status, text, sentAt, receivedAt: now(), serverDate: date, retryAfterMs }
  }
  const content = () => ({ headers: { accept: 'application/json' }, body: JSON.stringify(request) })
  return await post(parts, url, content, read, signal)
}

function refusalOf(status: number, retryAfterMs: number | null): Failure | null {
  if (status === 401) return { kind: 'refused', why: 'code' }
  if (status === 403) return { kind: 'refused', why: 'address' }
  return status === 429 ? { kind: 'limited', retryAfterMs } : null
}
