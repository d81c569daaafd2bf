import type { Desktop } from '../../desktop/desktop.ts'
import type { PlayedSystem } from '../../played-system.ts'

/** Whether this program is the one in front, as macOS counts: the one that has the keyboard, with a window or without. */
export interface Front {
  isActive(): boolean
  isHidden(): boolean
  /** The program is activated, with the windows that were hidden with it. */
  activate(): void
  /** The user switches to another program. */
  leave(): void
  /** Its windows go, and the program before it has the keyboard (shell/browser/browser_mac.mm:121). */
  hide(): void
}

/** `onHidden` is called when the windows of the program are hidden as one, or no longer. */
export function createFront(desktop: Desktop, { platform }: PlayedSystem, onHidden: () => void): Front {
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
