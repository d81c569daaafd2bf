import type { Failure } from '../connection.ts'
import type { RecordProblem } from './call-log-answer.ts'

/** The call log as the window shows it. Times are epoch ms by this computer's clock. */
export interface CallLogView {
  /**
   * `off`: by the settings. `no-address`: the code may not be sent there. `waiting`: the last request failed, and another
   * one follows. `refused`: likewise, but somebody has to do something.
   */
  readonly state: 'off' | 'no-address' | 'idle' | 'reading' | 'waiting' | 'refused'
  readonly lastReadAt: number | null
  /** When the next request is planned, unless something happens; null if none is. */
  readonly nextAt: number | null
  /** What was wrong with the last request or its response; null for nothing. */
  readonly problem: CallLogProblem | null
}

export type CallLogProblem =
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'records'; readonly records: readonly RecordProblem[] }

export const CALL_LOG_OFF: CallLogView = { state: 'off', lastReadAt: null, nextAt: null, problem: null }
