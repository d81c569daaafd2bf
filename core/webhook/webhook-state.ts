import type { Failure } from '../connection.ts'
import type { CallEvent } from '../domain.ts'

export interface GivenUp {
  readonly at: number
  readonly id: string
  readonly type: CallEvent['type']
  readonly tries: number
  readonly why:
    | Failure
    /** Too many were waiting; the oldest was dropped. */
    | { readonly kind: 'queue-full' }
    /** That it was sent couldn't be stored, so it wasn't sent: it might be sent again. */
    | { readonly kind: 'not-stored' }
}

/** The state of the webhook: for the settings view. */
export interface WebhookState {
  /** Deliveries not yet accepted, including the one in flight. */
  readonly waiting: number
  readonly delivered: number
  readonly lastDeliveredAt: number | null
  /** Why the last try failed, while it will be retried; null when no retry is pending. */
  readonly retrying: { readonly why: Failure; readonly tries: number; readonly nextAt: number } | null
  /** Newest first, at most 20. */
  readonly givenUp: readonly GivenUp[]
  /** The number of abandoned deliveries. */
  readonly lost: number
}

export const NOTHING_SENT: WebhookState = {
  waiting: 0,
  delivered: 0,
  lastDeliveredAt: null,
  retrying: null,
  givenUp: [],
  lost: 0,
}

/** The webhook as the settings show it: never its secret. */
export interface WebhookView {
  readonly state: WebhookState
  /** Where its secret is; `none`: deliveries can't be signed, so none are sent. */
  readonly secret: 'none' | 'stored' | 'policy'
}
