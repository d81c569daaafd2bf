import type { App, BrowserWindow } from 'electron/main'

/**
 * Gives the keyboard back to the program that had it before, once no window of this one is on screen. Only macOS needs it:
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
