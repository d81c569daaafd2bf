import { app, BrowserWindow, screen } from 'electron/main'
import type { Size } from '../../../core/window/screens.ts'
import { WINDOW_LIMITS } from '../../../core/window/window-bounds.ts'
import type { Displays } from '../alerts/popup-position.ts'
import { createKeyboard, type Keyboard, type KeyboardParts } from './keyboard.ts'

export interface NativeWindowOptions {
  readonly preload: string
  readonly title: string
  readonly icon: string
  readonly devTools: boolean
}

/**
 * Electron's window for the tray: without a frame or a taskbar entry, and isolated from Node. Its size is given here
 * because under Wayland it can't be set later.
 */
export function createNativeWindow(
  { preload, title, icon, devTools }: NativeWindowOptions,
  { width, height }: Size,
): BrowserWindow {
  const { least, most } = WINDOW_LIMITS
  const window = new BrowserWindow({
    width,
    height,
    minWidth: Math.min(least.width, width),
    minHeight: Math.min(least.height, height),
    maxWidth: most.width,
    maxHeight: most.height,
    title,
    icon,
    show: false,
    frame: false,
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
      // A ring sounds in a window that nobody has clicked yet.
      autoplayPolicy: 'no-user-gesture-required',
    },
  })
  // A page's content security policy can't restrict WebRTC: Chromium supports no directive for it.
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  return window
}

/** Electron's window for the ring popup: above full screens on every desktop, and never focused. */
export function createNativePopup({ preload, title, icon, devTools }: NativeWindowOptions): BrowserWindow {
  const popup = new BrowserWindow({
    width: 348,
    height: 168,
    title,
    icon,
    show: false,
    frame: false,
    resizable: false,
    maximizable: false,
    minimizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    focusable: false,
    ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
    webPreferences: {
      preload,
      devTools,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  })
  popup.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  popup.setAlwaysOnTop(true, 'screen-saver')
  popup.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true })
  return popup
}

/** The current displays, for the popup. */
export function nativeDisplays(): Displays {
  return {
    all: screen.getAllDisplays(),
    primary: screen.getPrimaryDisplay(),
    pointed: screen.getDisplayNearestPoint(screen.getCursorScreenPoint()),
  }
}

/** The keyboard of this computer. */
export const openKeyboard = (settings: KeyboardParts['settings']): Keyboard =>
  createKeyboard({
    platform: process.platform,
    app,
    windows: () => BrowserWindow.getAllWindows(),
    settings,
  })
