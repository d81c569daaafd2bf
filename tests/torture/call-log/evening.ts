import type { CallKey } from '../../../core/domain.ts'
import type { HistoryCall } from '../../../core/history/history-call.ts'
import type { BlindSpot } from '../../../core/report/blind-spot.ts'
import type { TakenStep } from '../taken-step.ts'
import type { LogAnswer } from './log-answer.ts'
import type { WorldCall } from './world-calls.ts'

/** A span on an extension, epoch ms by this computer's clock. */
export interface OpenSpan {
  readonly extension: string
  readonly from: number
  readonly to: number
}

/** What is known once the day is over. Times are true epoch ms, except in what is stored. */
export interface Evening {
  readonly at: number
  /** The calls of the world, all of them over. */
  readonly world: readonly WorldCall[]
  /** What the log said to the program, oldest first. */
  readonly answers: readonly LogAnswer[]
  readonly taken: readonly TakenStep[]
  readonly stored: readonly HistoryCall[]
  readonly blindSpots: readonly BlindSpot[]
  /** Gaps that the report names. */
  readonly open: readonly OpenSpan[]
  readonly missed: readonly HistoryCall[]
  readonly forgotten: readonly Forgetting[]
  readonly dismissed: readonly Dismissal[]
  /** This computer's clock was right all day. */
  readonly clockRight: boolean
}

/** A caller whose calls were deleted. */
export interface Forgetting {
  readonly at: number
  /** The same moment by this computer's clock. */
  readonly clockAt: number
  /** As written. */
  readonly phone: string
}

/** What the agent did to a missed call last. */
export interface Dismissal {
  readonly at: number
  readonly call: CallKey
  readonly isDismissed: boolean
}
