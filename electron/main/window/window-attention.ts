import type { Clock } from '../../../core/clock.ts'

const GLANCE_MS = 2000 // a window that was looked at for this long was read

/** Calls `seen` again and again while a person looks at the window; not for a glance shorter than that. */
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
