import type { AgentStatus, Phase, Phone, SeenCall } from './domain.ts'
import type { PartConnection } from './connection.ts'

export interface QueueCaller {
  /** The later call's `ivrid`; `''` when the API gave none. */
  readonly callId: string
  readonly phone: Phone
  readonly joinedAt: number
}

/** A queue and its waiting callers. Everything here changes only when the queue does: the window counts time itself. */
export interface WatchedQueue {
  readonly id: string
  readonly name: string
  /** The number of waiting callers, including those beyond the list. */
  readonly waiting: number
  /** Longest wait first. */
  readonly callers: readonly QueueCaller[]
  readonly longestSince: number | null
  readonly thresholdSeconds: number
  /** Callers who had waited past the threshold when this was requested. */
  readonly breached: number
  /** When the next caller reaches it; null when nobody will. */
  readonly nextBreachAt: number | null
}

/** The watched queues, and how current the list is. */
export interface QueuesState {
  readonly connection: PartConnection
  readonly queues: readonly WatchedQueue[]
  /** Chosen in the settings, but unknown to the account. */
  readonly unknown: readonly string[]
  /** Those that the last response listed more than once: each is shown once, with the callers of all. */
  readonly repeated?: readonly QueueName[]
  /** Those that were watched without being chosen, and that the account no longer lists. */
  readonly gone?: readonly QueueName[]
  readonly lastGoodAt: number | null
}

/** The label of a queue, since its name may be `''`. */
export type QueueName = Pick<WatchedQueue, 'id' | 'name'>

/** An extension as a colleague sees it. */
export interface TeamRow {
  readonly extension: string
  /** Who is logged in, otherwise whom it belongs to. */
  readonly person: string
  /** 0 if nobody is logged in. */
  readonly onlineUserId: number
  readonly status: AgentStatus
  readonly statusSince: number
  /** The phase of its most urgent call; `free` without one. */
  readonly phase: Phase | 'free'
  /** When that phase started, as far as known. */
  readonly since: number
  readonly caller: Pick<SeenCall, 'phone' | 'name' | 'direction'> | null
  readonly calls: number
}

/** Every extension, by its SIP code. An unchanged row is the same object. */
export interface TeamState {
  readonly connection: PartConnection
  readonly rows: ReadonlyMap<string, TeamRow>
  readonly lastGoodAt: number | null
}

/** Where the watched person is logged in. */
export type AgentLocation =
  /** An extension is watched, whoever is logged in. */
  | { readonly kind: 'fixed'; readonly extension: string }
  /** No response about everyone has arrived yet. */
  | { readonly kind: 'looking' }
  | { readonly kind: 'at'; readonly extension: string; readonly since: number }
  /** Logged in at several; `extension` is the one that is watched. */
  | {
      readonly kind: 'several'
      readonly extension: string
      readonly extensions: readonly string[]
      readonly since: number
    }
  | { readonly kind: 'nowhere'; readonly since: number }

/** A likely mistake about the agent's own extension. */
export type LoginWarning =
  /** Someone other than its owner is logged in to the watched extension. */
  | { readonly kind: 'somebody-else'; readonly extension: string; readonly name: string }
  /** It rings although the status says that the agent is away. */
  | { readonly kind: 'rings-while-away'; readonly status: AgentStatus }
