import type { Failure } from '../connection.ts'
import type { Repair } from '../domain.ts'

/** The outcome of one attempt: a response, or why there is none. Never thrown. */
export type Attempt<Answer> = Reached<Answer> | Failure

export interface Reached<Answer> {
  readonly kind: 'reached'
  readonly answer: Answer
  /** Repairs that were needed to read the response. */
  readonly repairs: readonly Repair[]
  /** By this computer's clock, epoch ms. */
  readonly sentAt: number
  readonly receivedAt: number
  /** The `Date` header as epoch ms: true UTC, whatever this computer's clock says. Null when absent. */
  readonly serverDate: number | null
}
