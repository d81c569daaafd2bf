import type { Clock } from '../clock.ts'
import type { Failure } from '../connection.ts'
import { isSecure } from '../settings/is-secure.ts'
import { withDeadline } from './deadline.ts'
import { networkFailure } from './network-failure.ts'
import { dropBody } from './read-body.ts'

export interface PostParts {
  readonly fetch: typeof globalThis.fetch
  readonly after: Clock['after']
  /** Default: `TIMEOUT_MS`. */
  readonly timeoutMs?: number
}

/** From the request to the last byte of the response; a ring is half over by then. */
export const TIMEOUT_MS = 8_000

/**
 * One POST of a JSON body, and its response as `read`. Sends only by https, or by http to this computer itself, and
 * follows no redirect. Never throws.
 */
export async function post<Answer>(
  { fetch, after, timeoutMs = TIMEOUT_MS }: PostParts,
  url: string,
  content: () => { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  read: (response: Response) => Answer | Promise<Answer>,
  signal: AbortSignal,
): Promise<Answer | Failure> {
  const address = URL.parse(url)
  if (address === null || !isSecure(address)) return { kind: 'unreachable', why: 'insecure-url' }
  if (signal.aborted) return { kind: 'unreachable', why: 'aborted' }
  const attempt = async (ending: AbortSignal): Promise<Answer | Failure> => {
    try {
      const { headers, body } = content()
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
        redirect: 'manual',
        cache: 'no-store',
        credentials: 'omit',
        signal: ending,
      })
      if (!isRedirect(response)) return await read(response)
      dropBody(response)
      return { kind: 'malformed', why: 'redirect' }
    } catch (error) {
      return networkFailure(error)
    }
  }
  return await withDeadline(attempt, timeoutMs, signal, after)
}

const isRedirect = ({ type, status }: Response): boolean =>
  type === 'opaqueredirect' || (status >= 300 && status < 400)
