import type { Companion } from '../core/ipc/channels.ts'

declare global {
  interface Window {
    /** Set by the preload; missing if the page is opened on its own. */
    readonly companion?: Companion
  }
}

/**
 * The window's connection to main. The only file that reads `window.companion`; tests pass their own.
 * @throws Error if there is no companion: nothing in the window could work.
 */
export function createBridge(companion: Companion | undefined = window.companion): Companion {
  if (companion === undefined) throw new Error('window.companion is missing: the preload did not run')
  return companion
}
