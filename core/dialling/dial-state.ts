import type { Failure } from '../connection.ts'
import type { CallKey } from '../domain.ts'
import type { DialAnswer } from '../telephony/telephony-client.ts'
import type { DialTarget, NotDialable } from './dial-target.ts'

/** Why no call can be placed. `not-stored`: it couldn't be stored that it is sent, so it might be sent twice. */
export type NotPlaced = NotDialable | 'per-minute' | 'per-day' | 'not-yours' | 'off' | 'not-stored'

/** Why a call wasn't placed, or may not have been. */
export type DialWhy =
  | { readonly kind: 'not-placed'; readonly why: NotPlaced }
  | Extract<DialAnswer, { kind: 'declined' }>
  | Failure

/**
 * The progress of a call. `requested`: sent, and no outcome is known. `own-leg`: the agent's own phone rings.
 * `refused`: it wasn't placed. `unknown`: no response arrived, so it may have been placed. `unseen`: the API accepted
 * it, but it never appeared.
 */
export type DialStage =
  | 'confirming'
  | 'requested'
  | 'own-leg'
  | 'dialling'
  | 'talking'
  | 'over'
  | 'refused'
  | 'unknown'
  | 'unseen'

/** The call that is being placed, or the last one. */
export interface Dial extends DialTarget {
  /** The id of the click: at most one request is ever sent for it. */
  readonly id: string
  readonly stage: DialStage
  /** The last stage before it ended. */
  readonly reached: 'own-leg' | 'dialling' | 'talking' | null
  readonly extension: string
  readonly why: DialWhy | null
  /** When it reached this stage, epoch ms. */
  readonly since: number
  readonly sentAt: number | null
  readonly callId: string | null
  /** The calls that were on the extension before it was sent, none of which is the placed one. */
  readonly before: readonly CallKey[]
  /** What was seen of it on the extension. */
  readonly keys: readonly CallKey[]
  /** How many consecutive responses didn't show it. */
  readonly absent: number
}

/** True while a call is being placed: another call would disturb it. */
export const isUnderWay = (dial: Dial | null): boolean =>
  dial !== null && (dial.stage === 'requested' || dial.stage === 'own-leg' || dial.stage === 'dialling')
