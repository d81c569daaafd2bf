import { BrowserWindow, screen } from 'electron/main'
import type { Point, Rectangle } from 'electron/main'
import { placeWindow } from './place-window.ts'
import { WINDOW_SIZE } from './window.ts'

export interface NativeWindowOptions {
  readonly preload: string
  readonly title: string
  readonly icon: string
  readonly devTools: boolean
}

/** Electron's window for the tray: without a frame or a place in the taskbar, and shut off from Node. */
export function createNativeWindow({ preload, title, icon, devTools }: NativeWindowOptions): BrowserWindow {
  return new BrowserWindow({
    ...WINDOW_SIZE,
    title,
    icon,
    show: false,
    frame: false,
    resizable: false,
    maximizable: false,
    minimizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    webPreferences: {
      preload,
      devTools,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      spellcheck: false,
      // A ring sounds in a window that nobody has touched yet.
      autoplayPolicy: 'no-user-gesture-required',
    },
  })
}

/** Where the window goes now: beside the tray icon, or in the corner near the cursor. */
export function nativePlace(tray: Rectangle | null): Point {
  const cursor = screen.getCursorScreenPoint()
  const display = screen.getDisplayNearestPoint(tray ?? cursor)
  return placeWindow({ size: WINDOW_SIZE, tray, cursor, workArea: display.workArea })
}
