import type { AlertNotification } from '../../core/alerts/notification.ts'
import type { AgentState, CallEvent, CallKey, MissedCall } from '../../core/domain.ts'
import type { Outcome } from './wire-answer.ts'

/** Something that the program lived through, and what it did about it. */
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
}

/** `ended` the last of a run: `how` it ended. */
export type What =
  | Outcome
  | { readonly kind: 'began' | 'slept' | 'woke' | 'clock-set' }
  | { readonly kind: 'ended'; readonly how: 'crash' | 'quit' }

export interface ShownAlert {
  readonly id: string
  readonly kind: AlertNotification['kind']
  readonly call: CallKey | null
}
