import type { Phone, ReadExtension } from '../domain.ts'
import type { Attempt } from './attempt.ts'

/** A caller waiting in a queue. `callId` is the later call's `ivrid`. */
export interface WaitingCaller {
  readonly callId: string
  readonly phone: Phone
  readonly joinedApiSeconds: number | null
  readonly waitedSeconds: number | null
}

export interface Queue {
  readonly id: string
  readonly name: string
  readonly weight: number
  readonly callers: readonly WaitingCaller[]
}

/** Either one call by its `ivrid`, or all calls on an extension now (a later one is not muted). */
export type MuteTarget = { readonly ivrid: string } | { readonly extension: string }

/** `done`: the API confirmed it; the actual state is the next snapshot's `recording`. */
export type MuteAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'no-such-call' }
  | { readonly kind: 'not-done'; readonly code: string }

/** A call to place: the phone at `extension` rings first, and once it is picked up, `target` is called and the two are joined. */
export interface DialOrder {
  /** A SIP code, case-sensitive. */
  readonly extension: string
  /** Digits with the country code and without a plus, or a SIP code. */
  readonly target: string
  /** Whether the call is recorded; null as the account has it. */
  readonly record: boolean | null
  /** The number that the other side sees; null as the account has it. */
  readonly callerId: string | null
}

/**
 * `accepted`: the actual state is in the next snapshots. `callId`: the call's later `ivrid`, although the first leg may
 * have another; null where the answer has none. `declined`: nothing was done; `code` and `message` are the API's own.
 */
export type DialAnswer =
  | { readonly kind: 'accepted'; readonly callId: string | null }
  | {
      readonly kind: 'declined'
      readonly why: DialRefusal
      readonly code: string
      readonly message: string
    }

/** Why a call was not placed or ended. `fault`: the API's own. `offline`: the phone at the extension. `blocked`: this isn't allowed to it. */
export type DialRefusal = 'parameters' | 'fault' | 'offline' | 'blocked' | 'other'

/** A change of an agent's status. */
export interface StatusChange {
  /** SIP code of the agent's extension. */
  readonly extension: string
  /** The person: who is logged in there, otherwise whom the extension belongs to. */
  readonly userId: number
  /** The API's number. */
  readonly status: number
}

/** `done`: the API confirmed it; the actual status is the next snapshot's. `code`: the API's own numbers, as far as given. */
export type StatusAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'not-set'; readonly why: StatusRefusal; readonly code: string }

/**
 * `not-authorised`: the code or the person. `no-extension`: it isn't the account's. `in-use`: another person is logged in there.
 * `unknown-status`: the account doesn't have it. `bad-request`: something was missing or in the wrong form. `their-fault`:
 * an error of theirs; it may have been done.
 */
export type StatusRefusal =
  | 'not-authorised'
  | 'no-extension'
  | 'in-use'
  | 'unknown-status'
  | 'bad-request'
  | 'their-fault'
  | 'other'

/** Guarantees of an implementation, ms. Sessions, the recording guard and the watchdog derive their waits from these. */
export interface TelephonyLimits {
  /** A request is abandoned after this long. */
  readonly requestMs: number
  /** The longest wait that a response can require. */
  readonly holdMs: number
  /** The shortest span without a good response about which nothing is assumed: a ring is over by then. */
  readonly blindMs: number
}

/**
 * The API, one attempt per call; nothing is thrown. Retries belong to the poller. While the API repeats its last response
 * to the same request byte for byte, `answer` and `repairs` are the same objects; for all extensions, those whose part
 * of the response is unchanged are the same objects too.
 */
export interface TelephonyClient {
  readonly limits: TelephonyLimits
  /** Extensions in the response; with a name given, only that one (or none: unknown, or the code is wrong). */
  extensions(extension: string | null, signal: AbortSignal): Promise<Attempt<readonly ReadExtension[]>>
  /** Queues in the response; with an id given, only that one (or none: the account has no such queue). */
  queues(queue: string | null, signal: AbortSignal): Promise<Attempt<readonly Queue[]>>
  mute(target: MuteTarget, muted: boolean, signal: AbortSignal): Promise<Attempt<MuteAnswer>>
  /** Places a call. Never repeated: a failure may mean that the answer was lost, and the call is on its way. */
  dial(order: DialOrder, signal: AbortSignal): Promise<Attempt<DialAnswer>>
  /** Ends whatever is on the extension. */
  hangUp(extension: string, signal: AbortSignal): Promise<Attempt<DialAnswer>>
  /** Sent once: it is never repeated by itself, since it may have been done although no response arrived. */
  setStatus(change: StatusChange, signal: AbortSignal): Promise<Attempt<StatusAnswer>>
}
