import type { VisibleViews } from '../../../core/contract.ts'

/** What the user can see: what the window has open, while it is on screen. */
export interface VisibleView {
  /** The window reports what it has open. */
  look(open: VisibleViews): void
  /** The window appeared on screen, or left it. */
  show(visible: boolean): void
}

const NOTHING: VisibleViews = { queues: false, team: false }

export function createVisibleView(report: (views: VisibleViews) => void): VisibleView {
  let open = NOTHING
  let visible = false
  const say = (): void => report(visible ? open : NOTHING)
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
