import type { Failure } from '../connection.ts'
import type { NamedStatus } from '../status-words.ts'
import type { StatusAnswer } from '../telephony/telephony-client.ts'

/** Why a status was not set, or may not have been. */
export type NotSet = Failure | Exclude<StatusAnswer, { kind: 'done' }>

/** What became of the agent's last change of status; the actual status is the snapshot's. `status`: what was requested. */
export type StatusRequest =
  | { readonly kind: 'none' }
  | { readonly kind: 'asked'; readonly status: NamedStatus; readonly since: number }
  /** Confirmed by a snapshot that was requested afterwards. */
  | { readonly kind: 'confirmed'; readonly status: NamedStatus; readonly at: number }
  | { readonly kind: 'refused'; readonly status: NamedStatus; readonly at: number; readonly why: NotSet }
  /** Three snapshots contradict it; `why` when the response itself was a failure. */
  | {
      readonly kind: 'unconfirmed'
      readonly status: NamedStatus
      readonly at: number
      readonly why: NotSet | null
    }

/** A status for a person at an extension. */
export interface Wanted {
  readonly status: NamedStatus
  readonly extension: string
  readonly userId: number
}

/** A request that no snapshot has confirmed yet. Epoch ms. */
export interface PendingStatus {
  readonly wanted: Wanted
  readonly sentAt: number
  /** When its outcome was known, or given up; null before. */
  readonly concludedAt: number | null
  /** Why its outcome is in doubt. */
  readonly why: NotSet | null
  /** Snapshots requested after that which contradict it. */
  readonly polls: number
}

export interface StatusMemory {
  readonly nextId: number
  readonly request: StatusRequest
  /** The id of the request whose response is awaited. */
  readonly flight: number | null
  /** To be sent once that has arrived: what was asked last in the meantime, and when. */
  readonly next: { readonly wanted: Wanted; readonly askedAt: number } | null
  readonly pending: PendingStatus | null
}

export const NO_STATUS_REQUEST: StatusMemory = {
  nextId: 1,
  request: { kind: 'none' },
  flight: null,
  next: null,
  pending: null,
}
