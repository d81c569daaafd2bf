import type { SimulatedSystem } from '../../simulated-system.ts'

/** How Electron's windows behave on a system. */
export interface WindowWays {
  /** `show` and `hide` come with each call, whether or not anything changed; otherwise a moment after a change. */
  readonly saysEachCall: boolean
  /** A window that takes the focus reports that before `show`. */
  readonly focusComesFirst: boolean
  /** A page is drawn while its window is still hidden, so that `ready-to-show` fires. */
  readonly drawsHidden: boolean
  /** A window that can't take the focus is moved by its page's `app-region: drag`. */
  readonly movesUnfocusable: boolean
  /** Whether a window can be focused can be changed later (electron.d.ts: `setFocusable`, darwin and win32). */
  readonly setsFocusable: boolean
  /** The app sets where its windows are, and knows it. */
  readonly placesWindows: boolean
  /** `move` and `resize` come a moment after the change. */
  readonly saysBoundsLater: boolean
  /** A window can stay above those of other programs. */
  readonly floats: boolean
}

// Line numbers refer to Electron's source under shell/browser, at the tag in tests/electron-contract/belief.ts.
const WINDOWS: WindowWays = {
  saysEachCall: true, // native_window_views.cc:618, 636, 655
  focusComesFirst: true, // native_window_views.cc:616
  drawsHidden: true, // api/electron_api_browser_window.cc:50
  movesUnfocusable: true, // native_window_views.cc:312: WS_EX_NOACTIVATE, which Windows still moves
  setsFocusable: true,
  placesWindows: true,
  saysBoundsLater: false,
  floats: true, // native_window_views.cc:1193
}

const MACOS: WindowWays = {
  saysEachCall: false, // ui/cocoa/electron_ns_window_delegate.mm:45
  focusComesFirst: true, // native_window_mac.mm:487
  drawsHidden: true,
  movesUnfocusable: true,
  setsFocusable: true,
  placesWindows: true,
  saysBoundsLater: false,
  floats: true, // native_window_mac.mm:912
}

const X11: WindowWays = {
  saysEachCall: true,
  focusComesFirst: false, // the window manager responds later
  drawsHidden: true,
  // native_window_views.cc:312: only the window manager could move such a window, and it ignores it.
  movesUnfocusable: false,
  setsFocusable: false,
  placesWindows: true,
  saysBoundsLater: true, // the window manager responds later
  floats: true,
}

/**
 * No surface is drawn before it is shown (electron/electron 48859); windows can't be moved, resized or raised by the
 * program (docs/api/browser-window.md, “Platform notices”).
 */
const WAYLAND: WindowWays = {
  ...X11,
  drawsHidden: false,
  movesUnfocusable: true,
  placesWindows: false,
  floats: false,
}

export function windowWays({ platform, wayland }: SimulatedSystem): WindowWays {
  if (platform === 'win32') return WINDOWS
  if (platform === 'darwin') return MACOS
  return wayland ? WAYLAND : X11
}
