import type { CallKey, Direction, Outcome, Phone, Recording, Waited } from '../domain.ts'
import type { MuteRecord } from './muted-span.ts'

/** A call as the journal keeps it. Times are epoch ms by this computer's clock. */
export interface HistoryCall {
  /** Where the call stands in the history: greater is newer. Moves when the API corrects when the call began. */
  readonly place: Place
  readonly key: CallKey
  readonly extension: string
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
  /** False: the call was live when watching broke off and gone when it went on; `endedAt` is when it was last seen. */
  readonly endSeen: boolean
  /** Null while the call is live. */
  readonly outcome: HistoryOutcome | null
  /** The colleague who took a call that rang here; absent when nobody is known to have. */
  readonly answeredBy?: string
  readonly talkSeconds: number
  readonly holdSeconds: number
  readonly ringSeconds: number
  /** True when it was connected before it was ever seen ringing or dialing. */
  readonly unseenAnswer: boolean
  /** True when its recording was muted at any time. */
  readonly muted: boolean
  /** Spans in which its recording was muted, with who did it, in the order in which they began; absent when none is known. */
  readonly mutes?: readonly MuteRecord[]
  /** The `ivrid` of the call that this one was transferred from. */
  readonly transferredFrom: string | null
  readonly recordingFile: string
  /** What was last said of its recording; absent when nothing was. */
  readonly recording?: Exclude<Recording['state'], 'unknown'>
  /** Where the caller waited before they came here, and for how long; absent when they were not seen. */
  readonly waited?: Waited
  /** What was sent along with it, as far as templates and rules name it; absent when that is nothing. */
  readonly customData?: Readonly<Record<string, string>>
  readonly note: string
  /** The outcome in the agent's own word, such as "order taken"; `''` for none. */
  readonly label: string
  /** False for a missed call that nobody has looked at. */
  readonly seen: boolean
  /** In the order in which they began. */
  readonly parts: readonly Part[]
}

export type Place = number

/** `unknown`: it rang or dialled when watching broke off; how it went on was not seen. */
export type HistoryOutcome = Outcome | 'unknown'

export type PhaseKind = 'rang' | 'dialed' | 'talked' | 'held'
export type PartKind = PhaseKind | 'recording-muted'

/** A span of a call; `to` is null while it lasts. */
export interface Part {
  readonly kind: PartKind
  readonly from: number
  readonly to: number | null
}
