import type { App, BrowserWindow } from 'electron/main'
import type { AlertOutcome } from '../../../core/contract.ts'
import type { Settings } from '../../../core/settings/settings.ts'

/** Returns the keyboard focus to the previous program when no window of this one is on screen. */
export interface Keyboard {
  /** To be called after a window closes. */
  giveBack(): void
  /** The outcome of the last alert. */
  alerted(outcome: AlertOutcome): void
}

export interface KeyboardParts {
  readonly platform: NodeJS.Platform
  readonly app: Pick<App, 'isActive' | 'hide'>
  readonly windows: () => readonly Pick<BrowserWindow, 'isVisible'>[]
  readonly settings: () => Pick<Settings, 'ringPopup'>
}

/**
 * Only macOS needs it: there a program stays active without a window until it is hidden itself. But a hidden program
 * can't show the popup, so it isn't hidden if rings need that: an alert is more important than the keyboard focus.
 */
export function createKeyboard({ platform, app, windows, settings }: KeyboardParts): Keyboard {
  let last: AlertOutcome = 'shown'

  function needsPopup(): boolean {
    const { ringPopup } = settings()
    return ringPopup === 'always' || (ringPopup === 'fallback' && last !== 'shown')
  }

  return {
    giveBack() {
      if (platform !== 'darwin' || !app.isActive() || needsPopup()) return
      if (!windows().some((window) => window.isVisible())) app.hide()
    },
    alerted: (outcome) => void (last = outcome),
  }
}
