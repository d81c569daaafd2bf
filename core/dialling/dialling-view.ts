import type { Dial, DialMemory } from './dial-state.ts'
import type { HangUp } from './step-hang-up.ts'

/** Placing and ending calls from here, as the window shows it. */
export interface DiallingView {
  /** The extension that calls are placed from; null where none may be. */
  readonly from: string | null
  /** The extension on which calls may be ended; null where none may be. */
  readonly hangsUp: string | null
  /** The call that is being placed, or was last; null where none is shown. */
  readonly dial: DialView | null
  /** A request to end what is on the extension, until that is confirmed. */
  readonly hangUp: Pick<HangUp, 'stage' | 'why'> | null
}

export type DialView = Pick<
  Dial,
  'id' | 'stage' | 'reached' | 'phone' | 'name' | 'target' | 'extension' | 'why' | 'since'
>

/** What the window shows of calls placed from here. `from`, `hangsUp`: the extension that may; null where none may. */
export function diallingView(
  { dial }: DialMemory,
  hangUp: HangUp | null,
  { from, hangsUp }: Pick<DiallingView, 'from' | 'hangsUp'>,
): DiallingView {
  return {
    from,
    hangsUp,
    dial:
      dial === null
        ? null
        : {
            id: dial.id,
            stage: dial.stage,
            reached: dial.reached,
            phone: dial.phone,
            name: dial.name,
            target: dial.target,
            extension: dial.extension,
            why: dial.why,
            since: dial.since,
          },
    hangUp: hangUp === null ? null : { stage: hangUp.stage, why: hangUp.why },
  }
}
