import type { Failure } from '../connection.ts'
import type { CallEvent } from '../domain.ts'

/** A delivery that was given up. */
export interface GivenUp {
  readonly at: number
  /** Of the delivery. */
  readonly id: string
  readonly type: CallEvent['type']
  readonly tries: number
  readonly why:
    | Failure
    /** More waited than are kept; the oldest goes. */
    | { readonly kind: 'queue-full' }
    /** It could not be noted that it is sent, so it is not: it might be sent again. */
    | { readonly kind: 'not-kept' }
}

/** How the webhook fares: for the settings view. */
export interface WebhookState {
  /** Deliveries not yet taken, the one on its way included. */
  readonly waiting: number
  readonly delivered: number
  readonly lastDeliveredAt: number | null
  /** Why the last try failed, while it will be tried again; null when none waits for that. */
  readonly retrying: { readonly why: Failure; readonly tries: number; readonly nextAt: number } | null
  /** Newest first, at most 20. */
  readonly givenUp: readonly GivenUp[]
  /** All that were given up. */
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
