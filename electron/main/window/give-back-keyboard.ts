import type { App, BrowserWindow } from 'electron/main'

/**
 * Returns the keyboard to the previous program, once no window of this one is on screen. Only macOS needs it:
 * there a program stays active without a window until it is hidden itself.
 */
export function giveBackKeyboard(
  platform: NodeJS.Platform,
  app: Pick<App, 'isActive' | 'hide'>,
  windows: readonly Pick<BrowserWindow, 'isVisible'>[],
): void {
  if (platform !== 'darwin' || !app.isActive() || windows.some((window) => window.isVisible())) return
  app.hide()
}
