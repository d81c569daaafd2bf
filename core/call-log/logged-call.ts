import type { Direction, Outcome, Phone } from '../domain.ts'

/** A call on the watched extension, as the call log has it: one per call, however many records that took. */
export interface LoggedCall {
  /** Its `ivrid`; null if the record has none. */
  readonly ivrid: string | null
  /** The `ivrid` of its other leg, under which polls may have shown it too; empty for none. */
  readonly otherIds: readonly string[]
  /** It was placed from here, and the log doesn't have its second leg (yet): whether anybody answered isn't known. */
  readonly firstLegAlone: boolean
  /** As configured, even if the log writes it in other case. */
  readonly extension: string
  /** The user the call is recorded for; null if the log doesn't say. */
  readonly userId: number | null
  readonly direction: Direction
  /** The other party. */
  readonly phone: Phone
  readonly did: Phone | null
  /** By name; `''` without one. */
  readonly queue: string
  /** Epoch ms by this computer's clock. */
  readonly startedAt: number
  /** Null if the log doesn't say. */
  readonly ringSeconds: number | null
  /** 0 if nobody answered; null if the log doesn't say. */
  readonly talkSeconds: number | null
  readonly outcome: Outcome
  /** The colleague who answered a call that rang here; `''` if nobody did, or it isn't known. */
  readonly answeredBy: string
  /** A page of the vendor's panel with the recording; null without one. */
  readonly recordingUrl: string | null
  /** The `ivrid` of the call that this one was transferred from. */
  readonly transferredFrom: string | null
}
