import type { ChangeRequest, SentRequest } from '../confirmation.ts'
import type { Failure } from '../connection.ts'
import type { NamedStatus } from '../status-words.ts'
import type { StatusAnswer } from '../telephony/telephony-client.ts'

/** Why a status wasn't set, or may not have been. */
export type NotSet = Failure | Exclude<StatusAnswer, { kind: 'done' }>

/** `status`: the requested one. */
export type StatusRequest = ChangeRequest<{ readonly status: NamedStatus }, NotSet>

/** A status for a person at an extension. */
export interface Wanted {
  readonly status: NamedStatus
  readonly extension: string
  readonly userId: number
}

export interface PendingStatus extends SentRequest<NotSet> {
  readonly wanted: Wanted
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
