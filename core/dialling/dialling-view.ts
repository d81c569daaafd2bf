import type { Dial } from './dial-state.ts'
import type { HangUp } from './step-hang-up.ts'

/** Placing and ending calls, as the window shows it. */
export interface DiallingView {
  /** The extension that calls can be placed from; null if none. */
  readonly from: string | null
  /** The extension whose calls can be ended; null if none. */
  readonly hangsUp: string | null
  /** The call that is being placed, or the last one; null if none is shown. */
  readonly dial: DialView | null
  /** A request to end the calls of the extension, until it is confirmed. */
  readonly hangUp: Pick<HangUp, 'stage' | 'why'> | null
}

export type DialView = Pick<
  Dial,
  'id' | 'stage' | 'reached' | 'phone' | 'name' | 'target' | 'extension' | 'why' | 'since'
>

/**
 * What the window shows about calls placed from here. `from`, `hangsUp`: the extension in question; null if there is
 * none.
 */
export const diallingView = (
  dial: Dial | null,
  hangUp: HangUp | null,
  { from, hangsUp }: Pick<DiallingView, 'from' | 'hangsUp'>,
): DiallingView => ({
  from,
  hangsUp,
  dial: dial === null ? null : dialView(dial),
  hangUp: hangUp === null ? null : { stage: hangUp.stage, why: hangUp.why },
})

const dialView = ({ id, stage, reached, phone, name, target, extension, why, since }: Dial): DialView => ({
  ...{ id, stage, reached, phone, name, target, extension, why, since },
})
