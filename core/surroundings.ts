import type { AgentStatus, Phase, Phone, SeenCall } from './domain.ts'
import type { PartConnection } from './connection.ts'

/** Somebody who waits in a queue. */
export interface QueueCaller {
  /** The later call's `ivrid`; `''` when the API said none. */
  readonly callId: string
  readonly phone: Phone
  readonly joinedAt: number
}

/** A queue and who waits in it. Everything here changes only when the queue does: the window counts on by itself. */
export interface WatchedQueue {
  readonly id: string
  readonly name: string
  /** All who wait, also those who are too many to be listed. */
  readonly waiting: number
  /** Longest wait first. */
  readonly callers: readonly QueueCaller[]
  readonly longestSince: number | null
  readonly thresholdSeconds: number
  /** Callers who had waited past the threshold when this was asked. */
  readonly breached: number
  /** When the next caller reaches it; null when nobody is on the way there. */
  readonly nextBreachAt: number | null
}

/** The queues that are watched, and what the list is worth. */
export interface QueuesState {
  readonly connection: PartConnection
  readonly queues: readonly WatchedQueue[]
  /** Chosen in the settings, and not known to the account. */
  readonly unknown: readonly string[]
  /** That the last answer listed more than once: each is shown once, with the callers of all. */
  readonly repeated?: readonly QueueName[]
  /** That were watched without being chosen, and that the account lists no longer. */
  readonly gone?: readonly QueueName[]
  readonly lastGoodAt: number | null
}

/** How a queue is called; its name may be `''`. */
export type QueueName = Pick<WatchedQueue, 'id' | 'name'>

/** An extension as a colleague sees it. */
export interface TeamRow {
  readonly extension: string
  /** Who is logged in, else whom it belongs to. */
  readonly person: string
  /** Nobody is logged in where it is 0. */
  readonly onlineUserId: number
  readonly status: AgentStatus
  readonly statusSince: number
  /** Of the most pressing of its calls; `free` without one. */
  readonly phase: Phase | 'free'
  /** When that phase began, as far as can be known. */
  readonly since: number
  readonly caller: Pick<SeenCall, 'phone' | 'name' | 'direction'> | null
  readonly calls: number
}

/** Every extension, by its SIP code. A row that says the same is the same object. */
export interface TeamState {
  readonly connection: PartConnection
  readonly rows: ReadonlyMap<string, TeamRow>
  readonly lastGoodAt: number | null
}

/** Where the watched person is. */
export type Place =
  /** An extension is watched, whoever sits there. */
  | { readonly kind: 'fixed'; readonly extension: string }
  /** No wide answer came yet. */
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

/** Something about the agent's own desk that is likely a mistake. */
export type LoginWarning =
  /** Another than its owner is logged in to the watched extension. */
  | { readonly kind: 'somebody-else'; readonly extension: string; readonly name: string }
  /** It rings although the status says that nobody is there. */
  | { readonly kind: 'rings-while-away'; readonly status: AgentStatus }
