import type { Clock } from '../../../core/clock.ts'

const GLANCE_MS = 2000 // a window that was looked at for this long was read

/** Calls `seen` repeatedly while the user looks at the window; not for a shorter glance. */
export function createWindowAttention(clock: Clock, seen: () => void): (looking: boolean) => void {
  let stop = (): void => undefined

  function lookOn(): void {
    stop = clock.after(GLANCE_MS, () => {
      lookOn()
      seen()
    })
  }

  return (looking) => {
    stop()
    if (looking) lookOn()
  }
}
