import type { BrowserWindow, WebContents } from 'electron/main'
import type { Clock } from '../../../core/clock.ts'
import { exitCodeText } from '../program/exit-code-text.ts'

// Chromium reports this only some 15 s after an unanswered click or key: a page that is merely busy is back by then.
const HUNG_MS = 5000

export interface WatchedPage extends Pick<BrowserWindow, 'on' | 'isDestroyed'> {
  readonly webContents: Pick<WebContents, 'on'>
}

/** Reports a page that crashed or hangs, with a reason for the log. At most once per failure. */
export function watchPage(window: WatchedPage, clock: Clock, onFailed: (why: string) => void): void {
  let cancel = (): void => undefined

  /** A moment later: Electron is still working on the page that it reports. */
  function fail(why: string): void {
    cancel()
    cancel = clock.after(0, () => {
      if (!window.isDestroyed()) onFailed(why)
    })
  }

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) =>
    fail(`${reason} (${exitCodeText(exitCode)})`),
  )
  window.on('unresponsive', () => {
    cancel()
    cancel = clock.after(HUNG_MS, () => fail('hung'))
  })
  window.on('responsive', () => cancel())
  window.on('closed', () => cancel())
}
