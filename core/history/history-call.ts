import type { CallKey, Direction, Outcome, Phone, Recording, Waited } from '../domain.ts'
import type { CrmCaller } from '../callers/crm-caller.ts'
import type { LoggedFacts } from '../call-log/logged-facts.ts'
import type { MuteRecord } from './muted-span.ts'

/** A call as stored in the journal. Times are epoch ms by this computer's clock. */
export interface HistoryCall {
  /** The call's position in the history: greater is newer. Changes when the API corrects when the call started. */
  readonly rowId: RowId
  readonly key: CallKey
  readonly extension: string
  /** `''` for a call that only the call log knows, without an id. */
  readonly ivrid: string
  /** Who was logged in to the extension. */
  readonly agent: string
  readonly phone: Phone
  readonly name: string
  readonly did: Phone | null
  readonly direction: Direction
  readonly startedAt: number
  readonly answeredAt: number | null
  /** Null while the call is live. */
  readonly endedAt: number | null
  /** False: the call was live when watching was interrupted and gone when it continued; `endedAt` is when it was last seen. */
  readonly endSeen: boolean
  /** Null while the call is live. */
  readonly outcome: HistoryOutcome | null
  /** The colleague who took a call that rang here; absent when unknown. */
  readonly answeredBy?: string
  readonly talkSeconds: number
  readonly holdSeconds: number
  readonly ringSeconds: number
  /** True when it was connected before it was ever seen ringing or dialing. */
  readonly unseenAnswer: boolean
  /** True when its recording was muted at any time. */
  readonly muted: boolean
  /** Spans in which its recording was muted and by whom, in the order they started; absent when none is known. */
  readonly mutes?: readonly MuteRecord[]
  /** The `ivrid` of the call that this one was transferred from. */
  readonly transferredFrom: string | null
  /** Whose call that was, by name; absent when it isn't stored. */
  readonly transferredBy?: string
  /** Who got this call by a transfer, by name: seen when it ended, or in a stored call; absent when unknown. */
  readonly transferredTo?: string
  readonly recordingFile: string
  /** The last reported state of its recording; absent when none was reported. */
  readonly recording?: Exclude<Recording['state'], 'unknown'>
  /** Where the caller waited before, and for how long; absent when they weren't seen waiting. */
  readonly waited?: Waited
  /** Its custom data, as far as templates and rules use it; absent when that is none. */
  readonly customData?: Readonly<Record<string, string>>
  /** Who the caller is, by the organisation's Popup Screen endpoint; absent if it said nothing. */
  readonly crm?: CrmCaller
  readonly note: string
  /** The outcome label set by the agent, such as "order taken"; `''` for none. */
  readonly label: string
  /** False for a missed call that the agent hasn't looked at yet. */
  readonly seen: boolean
  /** When the caller of a missed call was spoken to afterwards, whoever called whom; absent if not yet. */
  readonly calledBack?: number
  /** A missed call that the agent removed from the list. Absent: it wasn't. */
  readonly dismissed?: true
  /** What the call log knows about it; absent if that is nothing yet, and while the call is live. */
  readonly logged?: LoggedFacts
  /** The agent's own name for the caller, from the address book; absent without one. Not stored in the journal. */
  readonly ownName?: string
  /** In the order in which they started. */
  readonly parts: readonly Part[]
}

export type RowId = number

/** `unknown`: it was ringing or dialling when watching was interrupted; what followed wasn't seen. */
export type HistoryOutcome = Outcome | 'unknown'

export const OUTCOMES: readonly HistoryOutcome[] = ['missed', 'unanswered', 'completed', 'unknown']
export const DIRECTIONS: readonly Direction[] = ['incoming', 'outgoing', 'click-to-call', 'spy', 'unknown']

export const PHASES = ['rang', 'dialed', 'talked', 'held'] as const
export type PhaseKind = (typeof PHASES)[number]
export type PartKind = PhaseKind | 'recording-muted'

/** A span of a call; `to` is null while it lasts. */
export interface Part {
  readonly kind: PartKind
  readonly from: number
  readonly to: number | null
}
