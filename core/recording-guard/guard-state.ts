import type { ChangeRequest, SentRequest } from '../confirmation.ts'
import type { Failure } from '../connection.ts'
import type { CallKey, Phone, Recording } from '../domain.ts'
import type { MuteAnswer } from '../telephony/telephony-client.ts'

/** Why a mute or unmute was not done, or may not have been. */
export type NotDone = Failure | Exclude<MuteAnswer, { kind: 'done' }>

/** The agent's last mute or unmute; the actual state is in `recording`. `muted`: what was requested. */
export type Ask = ChangeRequest<{ readonly muted: boolean }, NotDone>

/** Who did it: the agent with this program, or someone else (another program, a supervisor). */
export type Actor = 'here' | 'elsewhere'

/** A span in which a recording was muted. Epoch ms; `to` and `endedBy` are null while it lasts. */
export interface MutedSpan {
  readonly call: CallKey
  readonly from: number
  readonly to: number | null
  readonly by: Actor
  readonly endedBy: Actor | 'call-ended' | null
}

/** The fix that one click applies. `acknowledge`: it's too late for a fix; the next calls are recorded as usual. */
export type Remedy =
  | { readonly do: 'mute' | 'unmute'; readonly call: CallKey }
  | { readonly do: 'acknowledge' }

interface WarningBase {
  /** Never reused. */
  readonly id: number
  readonly call: CallKey
  /** The other party's number; null for a call that the guard never saw. */
  readonly phone: Phone | null
  readonly at: number
  readonly remedy: Remedy
}

export type GuardWarning = WarningBase &
  (
    | { readonly kind: 'muted-too-long'; readonly since: number }
    /** It is recorded although the agent had muted. */
    | { readonly kind: 'recorded-again'; readonly because: 'new-call' | 'resumed' | 'unmuted-elsewhere' }
    /** `left-muted`: it is no longer watched, and was muted when last seen. */
    | { readonly kind: 'ended-muted' | 'left-muted'; readonly from: number; readonly to: number }
    | { readonly kind: 'refused'; readonly muted: boolean; readonly why: NotDone }
    | { readonly kind: 'unconfirmed'; readonly muted: boolean; readonly why: NotDone | null }
  )

/** A warning from an earlier run that wasn't dismissed. Its id is from that run. `lastSeenAt`: when its call was last seen. */
export interface FoundWarning {
  readonly warning: GuardWarning
  readonly lastSeenAt: number
}

export interface Pending extends SentRequest<NotDone> {
  readonly muted: boolean
}

/** What the guard knows of a live call. */
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
  /** The request in flight; one at a time, so that two can't overtake each other. */
  readonly flight: { readonly id: number; readonly muted: boolean } | null
  /** What was requested while another request was in flight. */
  readonly next: boolean | null
  readonly span: MutedSpan | null
  /** From the session: it moves when this computer's clock is set, and the span with it. */
  readonly mutedSince: number | null
  /** The warning about this span's length was raised. */
  readonly longReported: boolean
  /** No warning is needed that it is recorded: one was already raised, or the agent wants it. */
  readonly recordedKnown: boolean
}

/** Everything the guard knows, as plain data. Replaced, never mutated. */
export interface GuardState {
  readonly calls: readonly GuardedCall[]
  /** The current warnings, oldest first. */
  readonly warnings: readonly GuardWarning[]
  /**
   * How long after a call that ended muted the agent is assumed to want the next one muted; null without such a call.
   */
  readonly carriedUntil: number | null
  /** When the last snapshot arrived; after a restart, when the calls with a stored warning were last seen. */
  readonly lastSnapshotAt: number | null
  /** No snapshot has arrived since watching started. */
  readonly isFresh: boolean
  /** The id of the next request or warning. */
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
