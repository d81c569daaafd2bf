import type { Failure } from '../connection.ts'
import type { CallKey, Phone, Recording } from '../domain.ts'
import type { MuteAnswer } from '../telephony/telephony-client.ts'

/** Why a mute or unmute was not done, or may not have been. */
export type NotDone = Failure | Exclude<MuteAnswer, { kind: 'done' }>

/** How the agent's last word about a recording fares; what is true is `recording`. `muted`: what was asked for. */
export type Ask =
  | { readonly kind: 'none' }
  | { readonly kind: 'asked'; readonly muted: boolean; readonly since: number }
  /** A snapshot asked for afterwards says so. */
  | { readonly kind: 'confirmed'; readonly muted: boolean; readonly at: number }
  | { readonly kind: 'refused'; readonly muted: boolean; readonly at: number; readonly why: NotDone }
  /** Three snapshots said otherwise; `why` when the answer itself was no good. */
  | {
      readonly kind: 'unconfirmed'
      readonly muted: boolean
      readonly at: number
      readonly why: NotDone | null
    }

/** Who did it: the agent with this program, or somebody elsewhere (another program, a supervisor). */
export type Actor = 'here' | 'elsewhere'

/** A span in which a recording was muted. Epoch ms; `to` and `endedBy` are null while it lasts. */
export interface MutedSpan {
  readonly call: CallKey
  readonly from: number
  readonly to: number | null
  readonly by: Actor
  readonly endedBy: Actor | 'call-ended' | null
}

/** One click that puts it right. `acknowledge`: nothing can be put right any more; calls to come are recorded as usual. */
export type Remedy =
  | { readonly do: 'mute' | 'unmute'; readonly call: CallKey }
  | { readonly do: 'acknowledge' }

interface WarningBase {
  /** Never used twice. */
  readonly id: number
  readonly call: CallKey
  /** Who is on that call; null for one that the guard never knew. */
  readonly phone: Phone | null
  readonly at: number
  readonly mend: Remedy
}

export type GuardWarning = WarningBase &
  (
    | { readonly kind: 'muted-too-long'; readonly since: number }
    /** It is recorded although the agent had muted. */
    | { readonly kind: 'recorded-again'; readonly because: 'new-call' | 'resumed' | 'unmuted-elsewhere' }
    /** `left-muted`: it is watched no more, and was muted when it was last seen. */
    | { readonly kind: 'ended-muted' | 'left-muted'; readonly from: number; readonly to: number }
    | { readonly kind: 'refused'; readonly muted: boolean; readonly why: NotDone }
    | { readonly kind: 'unconfirmed'; readonly muted: boolean; readonly why: NotDone | null }
  )

/** A warning of an earlier run that nobody dismissed. Its id is of that run. `lastSeenAt`: when its call was last seen. */
export interface FoundWarning {
  readonly warning: GuardWarning
  readonly lastSeenAt: number
}

/** What is asked and not yet seen. */
export interface Pending {
  readonly muted: boolean
  readonly sentAt: number
  /** When its answer came, good or bad; null while it is on its way. */
  readonly concludedAt: number | null
  readonly why: NotDone | null
  /** Snapshots asked for since then that said otherwise. */
  readonly polls: number
}

/** A live call as the guard knows it. */
export interface GuardedCall {
  readonly key: CallKey
  readonly ivrid: string
  readonly phone: Phone
  readonly recording: Recording['state']
  readonly held: boolean
  /** When it was first seen connected; null before. */
  readonly connectedAt: number | null
  readonly ask: Ask
  readonly pending: Pending | null
  /** The request on its way; one at a time, so that two can't overtake each other. */
  readonly flight: { readonly id: number; readonly muted: boolean } | null
  /** What was asked for while another request was on its way. */
  readonly next: boolean | null
  readonly span: MutedSpan | null
  /** As the session tells it: it moves when this computer's clock is set, and the span with it. */
  readonly mutedSince: number | null
  /** This span's length was told. */
  readonly toldLong: boolean
  /** That it is recorded needs no word: told already, or as the agent wants it. */
  readonly recordedKnown: boolean
}

/** All that the guard knows: plain data. Replaced, never edited. */
export interface GuardState {
  readonly calls: readonly GuardedCall[]
  /** Those that hold now, oldest first. */
  readonly warnings: readonly GuardWarning[]
  /** Until when a call that ended muted counts as the agent's wish for the next one; null without one. */
  readonly carriedUntil: number | null
  /** Of an earlier run too, where a warning is left of it. */
  readonly lastSnapshotAt: number | null
  /** No snapshot has come since watching began. */
  readonly isFresh: boolean
  /** For the next request or warning. */
  readonly nextId: number
}

export const NOTHING_GUARDED: GuardState = {
  calls: [],
  warnings: [],
  carriedUntil: null,
  lastSnapshotAt: null,
  isFresh: true,
  nextId: 1,
}
