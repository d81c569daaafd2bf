import type { Clock } from '../../../core/clock.ts'

const REST_MS = 300_000 // anyone who looks again within five minutes has the window at once

/** Closes a window that has not been looked at for a while: its page is most of the program's memory. */
export interface IdleWindow {
  /** It is hidden, or was used while hidden: the wait restarts. */
  begin(): void
  /** It is on screen, or gone. */
  end(): void
}

/** `letGo` is called once per wait. */
export function createIdleWindow(clock: Clock, letGo: () => void): IdleWindow {
  let cancel = (): void => undefined
  return {
    begin() {
      cancel()
      cancel = clock.after(REST_MS, letGo)
    },
    end: () => cancel(),
  }
}

/** Whether the page at this address marks unsaved text (`#…unsaved`). */
export const holdsUnsaved = (address: string): boolean =>
  new URLSearchParams(URL.parse(address)?.hash.slice(1)).has('unsaved')
