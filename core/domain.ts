import type { Connection } from './connection.ts'
/**
 * The terms of the domain as types. Readonly data, no behaviour.
 *
 * Every field ending in `At` or `since` is epoch milliseconds by this computer's clock, so that
 * `now - startedAt` is an age whatever the clock shows. The API's own stamps (`…ApiSeconds`) are the
 * account's wall clock written as if it were UTC and are converted to these once, in core/session.
 */

/** What the API wrote as `callstatus`, or `other` for an undocumented value. */
export type Phase = 'ringing' | 'dialing' | 'talking' | 'held' | 'other'

/** `click-to-call` and `spy` come from the sister socket API; `unknown` for any other value. */
export type Direction = 'incoming' | 'outgoing' | 'click-to-call' | 'spy' | 'unknown'

/** A caller as the API wrote it, read once when the response arrives. */
export type Phone =
  | {
      readonly kind: 'number'
      readonly received: string
      readonly national: string
      readonly international: string
      readonly e164: string
    }
  /** Digits that aren't a valid number: a short code, an internal extension. `national`: only these, where more was received. */
  | { readonly kind: 'digits'; readonly received: string; readonly national?: string }
  /** Letters: a colleague's name. */
  | { readonly kind: 'name'; readonly received: string }
  | { readonly kind: 'withheld'; readonly received: string }

/** `recorded` and `muted` are the API's `IsMuted` 0 and 1; `unknown` when it was neither. */
export type Recording = { readonly state: 'recorded' | 'muted' | 'unknown'; readonly fileName: string }

/** `extension/ivrid`: the same id can ring on several extensions at once, so neither alone names a call. */
export type CallKey = string

/** One call as one response shows it. */
export interface SeenCall {
  readonly key: CallKey
  readonly extension: string
  readonly ivrid: string
  readonly phase: Phase
  /** `callstatus` as written, for an undocumented value. */
  readonly statusWord: string
  readonly direction: Direction
  readonly phone: Phone
  readonly name: string
  readonly did: Phone | null
  readonly answered: boolean
  readonly startedApiSeconds: number | null
  readonly answeredApiSeconds: number | null
  readonly recording: Recording
  /** The call's custom data; values as text. */
  readonly customData: Readonly<Record<string, string>>
  /** `customdata.OriginalIvrUniqueID`: the call this one was transferred from. */
  readonly transferredFrom: string | null
}

/** A call as read from one response; the session fills in `answered` where the response doesn't have it. */
export interface ReadCall extends Omit<SeenCall, 'answered'> {
  readonly answered: boolean | null
}

/** A call as the session knows it: what was seen, and what only watching can show. */
export interface Call extends Omit<SeenCall, 'answeredApiSeconds'> {
  /** When the call started; if the API gives no stamp, when it was first seen. */
  readonly startedAt: number
  readonly answeredAt: number | null
  /** It was answered after this, whatever its stamp says: a response requested then didn't show it as answered. */
  readonly answeredAfter?: number
  /** When this phase started, as far as watching can show. */
  readonly phaseSince: number
  /** While `phase` is `other`: the phase before it that was reported last, and since when; absent without one. */
  readonly interrupted?: Interrupted
  /** When the recording was first seen muted; null while it isn't. */
  readonly mutedSince: number | null
  readonly rangHere: boolean
  /** It rings although it was answered and over: an older response may have been repeated. Absent once a second one shows it. */
  readonly ringInDoubt?: true
  /** Talking or held at any time while watched. */
  readonly connected: boolean
  /** Where the caller was seen waiting before, and for how long; absent when they weren't seen waiting. */
  readonly waited?: Waited
}

/** A phase interrupted by an undocumented status. */
export interface Interrupted {
  readonly phase: Exclude<Phase, 'other'>
  readonly since: number
}

/** How long a caller waited, and in which queue (by name). */
export interface Waited {
  readonly queue: string
  readonly seconds: number
}

export type Outcome = 'missed' | 'unanswered' | 'completed'

interface EventBase {
  /** When the response that showed it arrived. */
  readonly at: number
  readonly call: Call
}

export type CallEvent =
  /** `again`: a new ring of a call that was answered and over, although its stamp is that of the earlier ring. */
  | (EventBase & { readonly type: 'ringing'; readonly again?: true })
  | (EventBase & {
      readonly type: 'dialing' | 'held' | 'resumed' | 'recording-muted' | 'recording-unmuted'
    })
  /** `unseen`: the call was connected before it was ever seen ringing or dialing. */
  | (EventBase & { readonly type: 'answered'; readonly unseen: boolean })
  /**
   * `missed`: rang here, not answered. `unanswered`: our outgoing call was not. `answeredBy`: it rang here and a
   * colleague took it, by name; such a call is `completed`, not missed.
   */
  | (EventBase & {
      readonly type: 'ended'
      readonly outcome: Outcome
      readonly talkSeconds: number
      readonly answeredBy?: string
      /** Whose call has this one as the call that it was transferred from, by name; absent when none is seen. */
      readonly transferredTo?: string
    })

/** `onlineUserStatus`; `other` for undocumented values, which accounts can also rename. */
export type StatusWord =
  | 'login'
  | 'logout'
  | 'lunch'
  | 'administrative'
  | 'private'
  | 'other-status'
  | 'training'
  | 'team-meeting'
  | 'brief'
  | 'unknown'

export interface AgentStatus {
  readonly word: StatusWord
  /** The API's number, shown as "Status N" when its name is unknown; null when there was none. */
  readonly number: number | null
}

/** An extension as one response shows it. */
export interface SeenExtension {
  /** SIP code, case-sensitive. */
  readonly extension: string
  /** The user the extension belongs to. */
  readonly owner: string
  /** The id of that user; absent when the API gave none. */
  readonly userId?: number
  /** The user logged in to it now; filled in even when nobody is. */
  readonly representative: string
  readonly onlineUserId: number
  readonly status: AgentStatus
  readonly calls: readonly SeenCall[]
  /** The response had no calls at all, or some without an id: a call that isn't in `calls` may still continue. */
  readonly callsMissing?: true
  /** How many more calls the response lists than are read; absent: none. */
  readonly unreadCalls?: number
}

/** An extension as read from one response. `onlineUserId` is null if the response doesn't show who is logged in. */
export interface ReadExtension extends Omit<SeenExtension, 'onlineUserId' | 'calls'> {
  readonly onlineUserId: number | null
  readonly calls: readonly ReadCall[]
}

export interface Agent {
  readonly name: string
  readonly extension: string
  readonly status: AgentStatus
  readonly statusSince: number
  /** Who owns the extension; absent if the API doesn't say. */
  readonly userId?: number
  /** Who is logged in; absent if nobody is. */
  readonly onlineUserId?: number
}

/** One repair of a response that wasn't as documented: reported, never a reason to fail. */
export interface Repair {
  /** Path in the response, such as `EXTENSIONS[0].calls[1].recording`; never a value. */
  readonly path: string
  readonly what:
    | 'numeric-string'
    | 'number-for-text'
    | 'array-for-object'
    | 'object-for-array'
    | 'missing'
    | 'wrong-type'
    | 'unknown-word'
    | 'duplicate'
    | 'dropped-no-id'
    | 'too-many'
    | 'invalid-json'
}

/** The current belief about the API's clock and this computer's, and why. */
export interface ClockReport {
  /** The account's wall clock minus UTC, a multiple of 15. */
  readonly offsetMinutes: number
  /** This computer's clock minus true UTC. */
  readonly computerErrorMs: number
  /**
   * What the offset was learnt from. `zone`: only the settings; `stamp`: a call's stamp that couldn't be in the
   * future; `ring`: a call that started; `answered`: a call that was answered; `queue`: a waiting caller.
   */
  readonly source: 'zone' | 'stamp' | 'ring' | 'answered' | 'queue'
  /** When this became the belief. */
  readonly since: number
}

/** Everything the session knows. Replaced completely, never mutated. */
export interface AgentState {
  readonly agent: Agent | null
  /** In a stable order: as they arrived. */
  readonly calls: readonly Call[]
  /** Calls that the last response reports beyond what a phone can have: they aren't followed. Absent: none. */
  readonly unfollowed?: number
  readonly connection: Connection
  /** When the last good response arrived; null before the first. */
  readonly lastGoodAt: number | null
  /** Null before the first good response. */
  readonly clock: ClockReport | null
}

/** A call that rang here and wasn't answered, listed until it is dismissed. */
export interface MissedCall extends Pick<
  Call,
  'key' | 'ivrid' | 'phone' | 'name' | 'did' | 'direction' | 'startedAt'
> {
  readonly endedAt: number
  /** Looked at, or its caller was spoken to since. */
  readonly seen: boolean
  /** When its caller was spoken to afterwards; absent if not yet: then it is left to do. */
  readonly calledBack?: number
  /** The agent's note on it; absent without one. */
  readonly note?: string
  /** No poll saw it: it is from the call log. */
  readonly logged?: true
  /** False: it was over when watching resumed after a silence; `endedAt` is when it was last seen. Absent: its end was seen. */
  readonly endSeen?: boolean
}

/**
 * The ways to alert for a ring, in the order in which they are tried: the system's notification, Ringside's own popup,
 * blinking in tray and taskbar, and its sound.
 */
export type Rung = 'notification' | 'popup' | 'tray' | 'sound'

/** The outcome of one. `given`: a signal that may not have been noticed. `off`: turned off in the settings. */
export type RungOutcome = 'shown' | 'given' | 'refused' | 'failed' | 'unsupported' | 'no-answer' | 'off'

/** The outcomes of the rungs that were tried. */
export type RungOutcomes = Readonly<Partial<Record<Rung, RungOutcome>>>

/** A detail of a call that can be copied; `card` is the complete call as text. */
export type CopyWhat = 'number' | 'name' | 'did' | 'ivrid' | 'card'
