import type { PowerMonitor } from 'electron/main'
import type { Clock } from '../../../core/clock.ts'

const LOOK_MS = 3000 // a returned network is noticed within this; querying the system costs nothing

export interface PowerParts {
  readonly powerMonitor: Pick<PowerMonitor, 'on' | 'off'>
  /** `net.isOnline`: false is certain, true is not (Electron's docs). */
  readonly isOnline: () => boolean
  readonly clock: Clock
  readonly onSleep: () => void
  /** The computer woke, or the network returned. */
  readonly onWake: () => void
}

/** Reports sleep, wake and a network that returns. Returns a function that stops it. */
export function watchPower({ powerMonitor, isOnline, clock, onSleep, onWake }: PowerParts): () => void {
  let online = isOnline()
  let asleep = false

  function suspend(): void {
    asleep = true
    onSleep()
  }

  function resume(): void {
    asleep = false
    online = isOnline()
    onWake()
  }

  function look(): void {
    const now = isOnline()
    const returned = now && !online
    online = now
    if (returned && !asleep) onWake()
    stopLooking = clock.after(LOOK_MS, look)
  }

  let stopLooking = clock.after(LOOK_MS, look)
  powerMonitor.on('suspend', suspend)
  powerMonitor.on('resume', resume)
  return () => {
    stopLooking()
    powerMonitor.off('suspend', suspend)
    powerMonitor.off('resume', resume)
  }
}
