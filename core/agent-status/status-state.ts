import type { Failure } from '../connection.ts'
import type { NamedStatus } from '../status-words.ts'
import type { StatusAnswer } from '../telephony/telephony-client.ts'

/** Why a status wasn't set, or may not have been. */
export type NotSet = Failure | Exclude<StatusAnswer, { kind: 'done' }>

/** The state of the agent's last status change; the actual status is in the snapshot. `status`: the requested one. */
export type StatusRequest =
  | { readonly kind: 'none' }
  | { readonly kind: 'asked'; readonly status: NamedStatus; readonly since: number }
  /** Confirmed by a snapshot that was requested after the change. */
  | { readonly kind: 'confirmed'; readonly status: NamedStatus; readonly at: number }
  | { readonly kind: 'refused'; readonly status: NamedStatus; readonly at: number; readonly why: NotSet }
  /** Three snapshots contradict it; `why` is set if the response itself was a failure. */
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

/** A request that no snapshot has confirmed yet. Times in epoch ms. */
export interface PendingStatus {
  readonly wanted: Wanted
  readonly sentAt: number
  /** When its outcome was known, or was given up on; null before. */
  readonly concludedAt: number | null
  /** Why its outcome is uncertain. */
  readonly why: NotSet | null
  /** The number of snapshots requested after that which contradict it. */
  readonly polls: number
}

export interface StatusMemory {
  readonly nextId: number
  readonly request: StatusRequest
  /** The id of the request in flight. */
  readonly flight: number | null
  /** What to send once its response has arrived: the last choice made meanwhile, and when. */
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
