import type { Looking } from '../../../core/contract.ts'

/** What a person can see: what the window has open, while it is on screen. */
export interface VisibleView {
  /** The window says what it has open. */
  look(open: Looking): void
  /** The window came on screen, or left it. */
  show(visible: boolean): void
}

const NOTHING: Looking = { queues: false, team: false }

export function createVisibleView(tell: (looking: Looking) => void): VisibleView {
  let open = NOTHING
  let visible = false
  const say = (): void => tell(visible ? open : NOTHING)
  return {
    look(next) {
      open = next
      say()
    },
    show(next) {
      visible = next
      say()
    },
  }
}
