import type { Desktop } from '../../desktop/desktop.ts'
import type { SimulatedSystem } from '../../simulated-system.ts'

/** Whether this program is in front, as macOS defines it: it has the keyboard, with a window or without. */
export interface Front {
  isActive(): boolean
  isHidden(): boolean
  /** The program is activated, with the windows that were hidden with it. */
  activate(): void
  /** The user switches to another program. */
  leave(): void
  /** Its windows disappear, and the previous program gets the keyboard (shell/browser/browser_mac.mm:121). */
  hide(): void
}

/** `onHidden` is called when the program's windows are hidden together, or shown again. */
export function createFront(desktop: Desktop, { platform }: SimulatedSystem, onHidden: () => void): Front {
  let active = false
  let hidden = false

  function be(now: boolean): void {
    active = now
    if (platform === 'darwin') desktop.setFront(active ? 'app' : 'another')
  }

  function setHidden(now: boolean): void {
    if (hidden === now) return
    hidden = now
    onHidden()
  }

  be(false)
  return {
    isActive: () => active,
    isHidden: () => hidden,
    activate() {
      be(true)
      setHidden(false)
    },
    leave: () => be(false),
    hide() {
      setHidden(true)
      be(false)
    },
  }
}
