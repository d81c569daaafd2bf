import type { Companion } from '../core/ipc/channels.ts'

declare global {
  interface Window {
    /** Put there by the preload; absent where the page is opened by itself. */
    readonly companion?: Companion
  }
}

/**
 * The window's way to main. The only file that reads `window.companion`; tests hand in their own.
 * @throws Error where there is no companion: nothing in the window could work.
 */
export function createBridge(companion: Companion | undefined = window.companion): Companion {
  if (companion === undefined) throw new Error('window.companion is missing: the preload did not run')
  return companion
}
