import type { Failure } from './connection.ts'
import type { Attempt } from './telephony/attempt.ts'

/**
 * How far the agent's last request for a change is; the actual state is in the snapshots. `Wish`: what was requested,
 * `Why`: why it wasn't done, or may not have been.
 */
export type ChangeRequest<Wish extends object, Why> =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'asked'; readonly since: number } & Wish)
  /** By a snapshot that was requested after the change. */
  | ({ readonly kind: 'confirmed'; readonly at: number } & Wish)
  | ({ readonly kind: 'refused'; readonly at: number; readonly why: Why } & Wish)
  /** Three snapshots contradict it; `why` is set if the response itself was a failure. */
  | ({ readonly kind: 'unconfirmed'; readonly at: number; readonly why: Why | null } & Wish)

/** The outcome of the request with this id, as an input. `at`: epoch ms by this computer's clock. */
export interface Answered<Answer, Id = number> {
  readonly kind: 'answered'
  readonly at: number
  readonly id: Id
  readonly outcome: Attempt<Answer>
}

/** A sent request that no snapshot has confirmed yet. Epoch ms by this computer's clock. */
export interface SentRequest<Why> {
  readonly sentAt: number
  /** When its outcome was known, or was given up on; null before. */
  readonly concludedAt: number | null
  /** Why its outcome is uncertain. */
  readonly why: Why | null
  /** The number of snapshots requested after that which contradict it. */
  readonly polls: number
}

export const justSent = (at: number) => ({ sentAt: at, concludedAt: null, why: null, polls: 0 }) as const

/** After this many contradicting snapshots, a request counts as not confirmed: the API needs time to show the effect. */
export const MAX_POLLS = 3

export const LOST = { kind: 'unreachable', why: 'timeout' } as const satisfies Failure

/** The request as seen `at`: a clock that was set back would leave it in the future, where no response can confirm it. */
export function sinceClockWasSet<Request extends SentRequest<unknown>>(
  request: Request,
  at: number,
): Request {
  const concludedAt = request.concludedAt === null ? null : Math.min(request.concludedAt, at)
  return { ...request, sentAt: Math.min(request.sentAt, at), concludedAt }
}

/** The request at a snapshot requested `askedAt`: without a response after `lostAfterMs`, it counts as lost. */
export function concluded<Request extends SentRequest<unknown>>(
  request: Request,
  askedAt: number,
  lostAfterMs: number,
): Request {
  const limit = request.sentAt + lostAfterMs
  if (request.concludedAt !== null || askedAt < limit) return request
  return { ...request, concludedAt: limit, why: LOST }
}

/** True if the change was certainly not made. After a timeout, a broken response or a server error, it may have been. */
export function isCertainlyNotDone(failure: Failure): boolean {
  switch (failure.kind) {
    case 'refused':
    case 'limited':
      return true
    case 'faulty':
      return failure.err !== null || failure.status < 500
    case 'malformed':
      return failure.why === 'web-page' || failure.why === 'redirect'
    case 'unreachable':
      return !['timeout', 'connection-lost', 'network'].includes(failure.why)
  }
}
