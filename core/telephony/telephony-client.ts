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

/** What a good response contains, and what it is about. */
export type Polled =
  | { readonly about: 'extension'; readonly extension: string; readonly seen: readonly ReadExtension[] }
  | { readonly about: 'everyone'; readonly seen: readonly ReadExtension[] }
  | { readonly about: 'queues'; readonly queues: readonly Queue[] }

/** Either one call by its `ivrid`, or all calls on an extension now (a later one is not muted). */
export type MuteTarget = { readonly ivrid: string } | { readonly extension: string }

/** `done`: the API confirmed it; the actual state is the next snapshot's `recording`. */
export type MuteAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'no-such-call' }
  | { readonly kind: 'not-done'; readonly code: string }

/**
 * A call to place: the phone at `extension` rings first; once it is picked up, `target` is called and the two are
 * connected.
 */
export interface DialOrder {
  /** A SIP code, case-sensitive. */
  readonly extension: string
  /** Digits with the country code and without a plus, or a SIP code. */
  readonly target: string
  /** Whether the call is recorded; null: as set in the account. */
  readonly record: boolean | null
  /** The caller ID that the other person sees; null: as set in the account. */
  readonly callerId: string | null
}

/**
 * `accepted`: the actual state is in the next snapshots. `callId`: the call's later `ivrid`, although the first leg may
 * have another one; null if the response has none. `declined`: nothing was done; `code` and `message` are the API's
 * own.
 */
export type DialAnswer =
  | { readonly kind: 'accepted'; readonly callId: string | null }
  | {
      readonly kind: 'declined'
      readonly why: DialRefusal
      readonly code: string
      readonly message: string
    }

/**
 * Why a call wasn't placed or ended. `fault`: an error of the API. `offline`: the extension's phone is offline.
 * `blocked`: the extension isn't allowed to do this.
 */
export type DialRefusal = 'parameters' | 'fault' | 'offline' | 'blocked' | 'other'

export interface StatusChange {
  /** SIP code of the agent's extension. */
  readonly extension: string
  /** The user id of the person who is logged in there, otherwise of the extension's owner. */
  readonly userId: number
  /** The API's number for the status. */
  readonly status: number
}

/**
 * `done`: the API confirmed it; the actual status is in the next snapshot. `code`: the API's own numbers, as far as
 * present.
 */
export type StatusAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'not-set'; readonly why: StatusRefusal; readonly code: string }

/**
 * `not-authorised`: the code or the person isn't allowed to. `no-extension`: the account doesn't have it. `in-use`:
 * another person is logged in there. `unknown-status`: the account doesn't have it. `bad-request`: something was
 * missing or malformed. `their-fault`: a server error; the status may have been set.
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
  /** Places a call. Never repeated: after a failure, the call may have been placed although its response was lost. */
  dial(order: DialOrder, signal: AbortSignal): Promise<Attempt<DialAnswer>>
  /** Ends all calls of the extension. */
  hangUp(extension: string, signal: AbortSignal): Promise<Attempt<DialAnswer>>
  /** Sent once and never repeated: the status may have been set although no response arrived. */
  setStatus(change: StatusChange, signal: AbortSignal): Promise<Attempt<StatusAnswer>>
}
