import type { SeenExtension } from '../domain.ts'
import type { Attempt } from './attempt.ts'

/** A caller waiting in a queue. `callId` is the later call's `ivrid`. */
export interface WaitingCaller {
  readonly callId: string
  readonly phone: string
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

/** `done`: the API said so; the truth is the next snapshot's `recording`. */
export type MuteAnswer = { readonly kind: 'done' } | { readonly kind: 'no-such-call' } | { readonly kind: 'not-done'; readonly code: string }

/** The API, one attempt a call. Retries belong to the poller. */
export interface TelephonyClient {
  /** Extensions in the answer; with a name given, only that one (or none: unknown, or the code is wrong). */
  extensions(extension: string | null, signal: AbortSignal): Promise<Attempt<readonly SeenExtension[]>>
  queues(queue: string | null, signal: AbortSignal): Promise<Attempt<readonly Queue[]>>
  mute(target: MuteTarget, muted: boolean, signal: AbortSignal): Promise<Attempt<MuteAnswer>>
}

export interface ClientParts {
  /** Electron's `net.fetch` in the program, Node's own in tests. */
  readonly fetch: typeof globalThis.fetch
  readonly now: () => number
  readonly baseUrl: string
  readonly muteUrl: string
  /** The organisation's code: goes into the request's body and nowhere else. */
  readonly code: string
  /** ISO 3166 region by which numbers are read. */
  readonly region: string
}
