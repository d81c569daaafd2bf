import type { DiallingView } from '../contract.ts'
import type { DialMemory } from './dial-state.ts'
import type { HangUp } from './step-hang-up.ts'

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
