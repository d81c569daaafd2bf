import type { StatusView } from '../../core/agent-status/status-view.ts'
import type { AlertNotification } from '../../core/alerts/notification.ts'
import type { AgentState, CallEvent, CallKey, MissedCall } from '../../core/domain.ts'
import type { AgentLocation } from '../../core/surroundings.ts'
import type { RecordingView } from '../../core/recording-guard/guard-view.ts'
import type { Outcome } from './outcome.ts'

/** Something that happened to the program, and what it did about it. */
export interface Step {
  /** True epoch ms, and the same by this computer's clock. */
  readonly at: number
  readonly computerAt: number
  /** 1 for the first run of the program, one more after each crash and each quit. */
  readonly run: number
  readonly what: What
  readonly alerts: readonly ShownAlert[]
  /** Ids of alerts. */
  readonly withdrawn: readonly string[]
  readonly events: readonly CallEvent[]
  readonly state: AgentState
  readonly missed: readonly MissedCall[]
  readonly location: AgentLocation
  readonly recordings: Readonly<Record<CallKey, RecordingView>>
  readonly status: StatusView
  /** The run died while it still had something to do. */
  readonly died: boolean
}

/** `ended` is the last of a run; `how` says why it ended. `announced`: the system announces it, before and after. */
export type What =
  | Outcome
  | { readonly kind: 'began' | 'clock-set' }
  | { readonly kind: 'slept' | 'woke'; readonly announced: boolean }
  | { readonly kind: 'ended'; readonly how: 'crash' | 'quit' }

export interface ShownAlert {
  readonly id: string
  readonly kind: AlertNotification['kind']
  readonly call: CallKey | null
  /** For missed calls that only the call log showed. */
  readonly isLogged?: true
}

/** A request as it was sent, true epoch ms. */
export interface SentRequest {
  readonly at: number
  readonly run: number
  readonly about: About
}

/** The agent wants a recording to be muted or not. True epoch ms. */
export interface Wish {
  readonly at: number
  readonly call: CallKey
  readonly muted: boolean
}

/** The agent clicked a status, or a request to set one was sent. True epoch ms; `run`: of the program. */
export interface StatusAct {
  readonly at: number
  readonly run: number
  readonly what: 'clicked' | 'sent'
  readonly status: number
}

/** A note that was reported as saved. True epoch ms; `run`: of the program. */
export interface WrittenNote {
  readonly at: number
  readonly run: number
  readonly call: CallKey
  readonly text: string
}

/** Numbers whose calls the agent confirmed, and those that the account was requested to call. True epoch ms. */
export interface Dials {
  readonly confirmed: readonly { readonly at: number; readonly target: string }[]
  readonly arrived: readonly { readonly at: number; readonly target: string }[]
}

/** What a request can be about: one extension, all of them, or the queues. */
export type About = 'extension' | 'everyone' | 'queues'
