import type { Failure } from '../connection.ts'
import type { CallKey } from '../domain.ts'
import type { DialAnswer } from '../telephony/telephony-client.ts'
import type { DialTarget, NotDialable } from './dial-target.ts'

/** Why a call isn't placed from here. `not-stored`: it couldn't be made sure that it is sent only once. */
export type NotPlaced = NotDialable | 'per-minute' | 'per-day' | 'not-yours' | 'off' | 'not-stored'

/** Why a call wasn't placed, or may not have been. */
export type DialWhy =
  | { readonly kind: 'not-placed'; readonly why: NotPlaced }
  | Extract<DialAnswer, { kind: 'declined' }>
  | Failure

/**
 * How far a call is. `requested`: sent, and nothing is known yet. `own-leg`: the agent's own phone rings. `refused`: it was not
 * placed. `unknown`: no answer came, so it may be on its way. `unseen`: the API accepted it, and it never appeared.
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

/** The call that is being placed, or was last. */
export interface Dial extends DialTarget {
  /** The click's: at most one request is ever sent for it. */
  readonly id: string
  readonly stage: DialStage
  /** The stage before it was over. */
  readonly reached: 'own-leg' | 'dialling' | 'talking' | null
  readonly extension: string
  readonly why: DialWhy | null
  /** When it reached this stage, epoch ms. */
  readonly since: number
  readonly sentAt: number | null
  readonly callId: string | null
  /** The calls that were on the extension before it was sent; those aren't it. */
  readonly before: readonly CallKey[]
  /** What was seen of it on the extension. */
  readonly keys: readonly CallKey[]
  /** How many responses in a row didn't show it. */
  readonly absent: number
}

/** Everything known about calls placed from here. `dial`: null when none is shown. */
export interface DialMemory {
  readonly dial: Dial | null
}

export const NOTHING_DIALLED: DialMemory = { dial: null }

/** True while a call is being placed: another one would ring into it. */
export const isUnderWay = (dial: Dial | null): boolean =>
  dial !== null && (dial.stage === 'requested' || dial.stage === 'own-leg' || dial.stage === 'dialling')
