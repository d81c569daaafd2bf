import type { Clock } from '../clock.ts'
import type { VisibleViews } from '../contract.ts'
import type { AgentState, CallEvent } from '../domain.ts'
import type { TelephonyClient } from '../telephony/telephony-client.ts'
import type { TeamChange } from '../team/diff-team.ts'
import type { SurroundingsSettings, SurroundingsState } from './surroundings.ts'
import type { RequestKind } from '../polling/cadence.ts'

export interface SessionParts {
  readonly client: Pick<TelephonyClient, 'extensions' | 'limits'>
  readonly clock: Clock
  /** 0 (included) to 1 (excluded). */
  readonly random: () => number
  readonly log: (line: string) => void
  /** The SIP code to watch. */
  readonly extension: string
  readonly pollSeconds: number
  /** The IANA zone of the account's wall clock. */
  readonly zone: string
  /** Called after every good response, changed or not, after the listeners. */
  readonly onAnswer?: (times: PollTimes) => void
  /**
   * What to watch in addition to the extension, and the budget for it; default: nothing, and a request at every
   * interval.
   */
  readonly surroundings?: {
    readonly client: Pick<TelephonyClient, 'queues'>
    readonly settings: SurroundingsSettings
  }
  /** For replaying a recording: its requests instead of the cadence, and how long one more would have waited, ms. */
  readonly again?: { asks(): RequestKind; delayMs(): number }
}

/** When a request was sent and its response arrived: epoch ms by this computer's clock. */
export interface PollTimes {
  readonly sentAt: number
  readonly receivedAt: number
}

/** The result of one step. `events` is empty for a failed poll. */
export interface SessionChange {
  readonly state: AgentState
  readonly events: readonly CallEvent[]
  /** The request whose response caused it; null when it wasn't caused by a response. */
  readonly poll: PollTimes | null
  /**
   * The span without a good response that this one ended, where it was longer than a gap between polls: what ended or
   * changed in it wasn't seen. Absent after an ordinary gap.
   */
  readonly blind?: { readonly from: number; readonly to: number }
}

/** What one step changed in queues, team and the followed person. `team`: the changed rows, for receivers that have the others. */
export interface SurroundingsChange {
  readonly state: SurroundingsState
  readonly team: TeamChange
}

/** One watched extension, or one person at whatever extension; also queues, team, and where the person is. */
export interface Session {
  state(): AgentState
  /** Called after each step with a visible change. Returns a function that unsubscribes. */
  subscribe(listener: (change: SessionChange) => void): () => void
  start(): void
  /** Ends watching for good; aborts what is in flight. */
  stop(): void
  /** Polls at once, or joins the request in flight; settles with its outcome. */
  pollNow(): Promise<void>
  /** The computer goes to sleep: no requests until `wake`. */
  sleep(): void
  /** Polls at once and forgets earlier failures. Also for a network that returned. */
  wake(): void
  /** The longest currently planned time between two polls of the extension, in seconds, rounded up. */
  gapSeconds(): number
  surroundings(): SurroundingsState
  /** Called after each step with a visible change in queues, team or the person's extension. Returns a function that unsubscribes. */
  subscribeSurroundings(listener: (change: SurroundingsChange) => void): () => void
  /** Sets what is on screen from now on; nothing at first. */
  look(views: VisibleViews): void
}
