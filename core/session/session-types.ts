import type { Clock } from '../clock.ts'
import type { AgentState, CallEvent } from '../domain.ts'
import type { TelephonyClient } from '../telephony/telephony-client.ts'
import type { TeamChange } from '../team/diff-team.ts'
import type { AroundSettings, AroundState } from './surroundings.ts'
import type { Question } from '../polling/cadence.ts'

export interface SessionParts {
  readonly client: Pick<TelephonyClient, 'extensions' | 'limits'>
  readonly clock: Clock
  /** 0 (included) to 1 (excluded). */
  readonly random: () => number
  readonly log: (line: string) => void
  /** SIP code to watch. */
  readonly extension: string
  readonly pollSeconds: number
  /** IANA zone of the account's wall clock. */
  readonly zone: string
  /** Told after every good answer, changed or not, when the listeners have been. */
  readonly onAnswer?: (times: PollTimes) => void
  /** What to watch besides the extension, and by which budget; absent: nothing, and a question at every interval. */
  readonly around?: {
    readonly client: Pick<TelephonyClient, 'queues'>
    readonly settings: AroundSettings
  }
  /** A recording is played again: what it asked, in place of the cadence, and how long one more would have waited, ms. */
  readonly again?: { asks(): Question; delayMs(): number }
}

/** When a question was sent and its answer had arrived: epoch ms by this computer. */
export interface PollTimes {
  readonly sentAt: number
  readonly receivedAt: number
}

/** What one step brought. `events` is empty for a failed poll. */
export interface SessionChange {
  readonly state: AgentState
  readonly events: readonly CallEvent[]
  /** The question whose answer told it; null when no answer stood behind it. */
  readonly poll: PollTimes | null
  /**
   * The span without a good answer that this one ended, where it was longer than a gap between polls: what ended or
   * changed in it was not seen. Absent after an ordinary gap.
   */
  readonly blind?: { readonly from: number; readonly to: number }
}

/** What one step changed around the extension. `team`: the rows to tell to who has the others. */
export interface AroundChange {
  readonly state: AroundState
  readonly team: TeamChange
}

/** What is on screen: it is asked about more often. */
export interface Looking {
  readonly queues: boolean
  readonly team: boolean
}

/** One watched extension, or one person wherever they sit. */
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
  /** The longest time between two looks at the extension that is planned for now, in whole seconds, rounded up. */
  gapSeconds(): number
}

/** A session that also watches what is around the extension: queues, team, where the person is. */
export interface WideSession extends Session {
  around(): AroundState
  /** Told after each step that changed something around the extension that can be seen. Returns its own end. */
  subscribeAround(listener: (change: AroundChange) => void): () => void
  /** What is on screen from here on; nothing at the start. */
  look(looking: Looking): void
}
