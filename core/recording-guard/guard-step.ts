import type { Answered } from '../confirmation.ts'
import type { Call, CallKey } from '../domain.ts'
import type { MuteAnswer } from '../telephony/telephony-client.ts'
import type { FoundWarning, GuardState, GuardWarning, MutedSpan } from './guard-state.ts'

/** The guard's input. Times are epoch ms by this computer's clock. */
export type GuardInput =
  /** A good response about the calls: when it was requested, and when it arrived. */
  | {
      readonly kind: 'snapshot'
      readonly requestedAt: number
      readonly at: number
      readonly calls: readonly Call[]
    }
  | { readonly kind: 'ask'; readonly at: number; readonly call: CallKey; readonly muted: boolean }
  | Answered<MuteAnswer>
  /** The agent clicked a warning's fix. */
  | { readonly kind: 'fix'; readonly at: number; readonly id: number }
  | { readonly kind: 'dismiss'; readonly at: number; readonly id: number }
  /** The calls are no longer watched: another account, or another extension. */
  | { readonly kind: 'unwatched'; readonly at: number }
  /** The warnings stored by an earlier run. */
  | { readonly kind: 'restored'; readonly at: number; readonly found: readonly FoundWarning[] }
  /** Time has passed: see `nextGuardTick`. */
  | { readonly kind: 'tick'; readonly at: number }

/** The effects to carry out for the guard. */
export type GuardCommand =
  /** Mute or unmute one call; the outcome is returned as an `answered` input with this id. */
  | { readonly do: 'mute'; readonly id: number; readonly ivrid: string; readonly muted: boolean }
  | { readonly do: 'poll-now' }

export interface GuardSettings {
  readonly mutedTooLongMs: number
  /** A request without a response after this long (ms) counts as lost. */
  readonly lostAfterMs: number
}

export interface GuardStep {
  readonly state: GuardState
  readonly commands: readonly GuardCommand[]
  /** New warnings: each is reported once. */
  readonly raised: readonly GuardWarning[]
  /** Spans that started or ended, for the journal. */
  readonly spans: readonly MutedSpan[]
}
