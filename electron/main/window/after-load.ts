import type { BrowserWindow, WebContents } from 'electron/main'
import type { Clock } from '../../../core/clock.ts'

const DRAWN_MS = 1_500 // by then a page that has loaded has drawn, whether it reports that or not

export interface LoadedWindow extends Pick<BrowserWindow, 'isDestroyed'> {
  readonly webContents: Pick<WebContents, 'on'>
}

/**
 * Calls `onDrawn` a moment after the window's page has loaded. Electron's `ready-to-show` can't be relied on: under
 * Wayland it fires only once the window is on screen (electron/electron 48859).
 */
export function afterLoad(window: LoadedWindow, clock: Clock, onDrawn: () => void): void {
  let cancel = (): void => undefined
  window.webContents.on('did-finish-load', () => {
    cancel()
    cancel = clock.after(DRAWN_MS, () => {
      if (!window.isDestroyed()) onDrawn()
    })
  })
}
