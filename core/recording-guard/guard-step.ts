import type { Call, CallKey } from '../domain.ts'
import type { Attempt } from '../telephony/attempt.ts'
import type { MuteAnswer } from '../telephony/telephony-client.ts'
import type { FoundWarning, GuardState, GuardWarning, MutedSpan } from './guard-state.ts'

/** What the guard is told. Times are epoch ms by this computer's clock. */
export type GuardInput =
  /** A good answer about the calls: when it was asked for, and when it came. */
  | {
      readonly kind: 'snapshot'
      readonly askedAt: number
      readonly at: number
      readonly calls: readonly Call[]
    }
  | { readonly kind: 'ask'; readonly at: number; readonly call: CallKey; readonly muted: boolean }
  /** What became of the request `id`. */
  | {
      readonly kind: 'answered'
      readonly at: number
      readonly id: number
      readonly outcome: Attempt<MuteAnswer>
    }
  /** The one click of a warning. */
  | { readonly kind: 'mend'; readonly at: number; readonly id: number }
  | { readonly kind: 'dismiss'; readonly at: number; readonly id: number }
  /** The calls are watched no more: another account, or another desk. */
  | { readonly kind: 'unwatched'; readonly at: number }
  /** What was stored of an earlier run. */
  | { readonly kind: 'restored'; readonly at: number; readonly found: readonly FoundWarning[] }
  /** Time has passed: see `nextGuardTick`. */
  | { readonly kind: 'tick'; readonly at: number }

/** What is to be done for the guard. */
export type GuardCommand =
  /** One call's recording, by its id; the outcome comes back as `answered`. */
  | { readonly do: 'mute'; readonly id: number; readonly ivrid: string; readonly muted: boolean }
  | { readonly do: 'poll-now' }

export interface GuardSettings {
  readonly mutedTooLongMs: number
  /** A request whose response is not here after so long, ms, was lost on the way to us. */
  readonly lostAfterMs: number
}

/** What one input brought. */
export interface GuardStep {
  readonly state: GuardState
  readonly commands: readonly GuardCommand[]
  /** Warnings that are new: each is told once. */
  readonly raised: readonly GuardWarning[]
  /** Spans that began or ended, for the journal. */
  readonly spans: readonly MutedSpan[]
}
