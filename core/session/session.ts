import type { Clock } from '../clock.ts'
import type { AgentState, CallEvent } from '../domain.ts'
import type { TelephonyClient } from '../telephony/client.ts'

export interface SessionParts {
  readonly client: TelephonyClient
  readonly clock: Clock
  /** 0 (included) to 1 (excluded). */
  readonly random: () => number
  readonly log: (line: string) => void
  /** SIP code to watch. */
  readonly extension: string
  readonly pollSeconds: number
  /** IANA zone of the account's wall clock. */
  readonly zone: string
}

/** What one step brought. `events` is empty for a failed poll. */
export interface SessionChange {
  readonly state: AgentState
  readonly events: readonly CallEvent[]
}

/** One watched extension. */
export interface Session {
  state(): AgentState
  /** Told after each step that changed something that can be seen. Returns its own end. */
  subscribe(listener: (change: SessionChange) => void): () => void
  start(): void
  /** Ends watching for good; aborts what is in flight. */
  stop(): void
  /** Asks at once, or joins the question in flight; settles when it is answered. */
  pollNow(): Promise<void>
  /** The computer goes to sleep: no questions until `wake`. */
  sleep(): void
  /** Asks at once and forgets earlier failures. Also for a network that returned. */
  wake(): void
}
