import { join } from 'node:path'
import { app, BrowserWindow, screen, type BrowserWindowConstructorOptions } from 'electron/main'
import type { Size } from '../../../core/window/screens.ts'
import { WINDOW_LIMITS } from '../../../core/window/window-bounds.ts'
import type { Displays } from '../alerts/popup-position.ts'
import { isInstalled } from '../program/is-installed.ts'
import { createKeyboard, type Keyboard, type KeyboardParts } from './keyboard.ts'

export interface NativeWindowOptions {
  /** Folder of the built program. */
  readonly built: string
  readonly resources: string
  readonly title: string
}

/**
 * Electron's window for the tray. Its size is given here because under Wayland it can't be set later. A ring sounds in it
 * although nobody has clicked it yet.
 */
export function createNativeWindow(options: NativeWindowOptions, { width, height }: Size): BrowserWindow {
  const { least, most } = WINDOW_LIMITS
  const minWidth = Math.min(least.width, width)
  const minHeight = Math.min(least.height, height)
  return bareWindow(
    options,
    { width, height, minWidth, minHeight, maxWidth: most.width, maxHeight: most.height },
    { autoplayPolicy: 'no-user-gesture-required' },
  )
}

/** Electron's window for the ring popup: above full screens on every desktop, and never focused. */
export function createNativePopup(options: NativeWindowOptions): BrowserWindow {
  const popup = bareWindow(options, {
    width: 348,
    height: 168,
    resizable: false,
    alwaysOnTop: true,
    focusable: false,
    ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
  })
  popup.setAlwaysOnTop(true, 'screen-saver')
  popup.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true })
  return popup
}

/** A hidden window without a frame or a taskbar entry, whose page is isolated from Node. */
function bareWindow(
  { built, resources, title }: NativeWindowOptions,
  own: BrowserWindowConstructorOptions,
  page: Pick<Electron.WebPreferences, 'autoplayPolicy'> = {},
): BrowserWindow {
  const window = new BrowserWindow({
    title,
    icon: join(resources, 'icon.png'),
    show: false,
    frame: false,
    maximizable: false,
    minimizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    ...own,
    webPreferences: {
      ...page,
      preload: join(built, 'out', 'preload', 'index.cjs'),
      devTools: !isInstalled(app),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      spellcheck: false,
    },
  })
  // A page's content security policy can't restrict WebRTC: Chromium supports no directive for it.
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  return window
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
