import { MINUTE_MS, type Clock } from '../../../core/clock.ts'

/** A pause of the alerts that ends on its own. */
export interface AlertPause {
  /** Pauses for this many minutes from now; null ends the pause. */
  set(minutes: number | null): void
  end(): void
}

/** `onUntil`: called with the time until which alerts are paused; null if they aren't. */
export function createAlertPause(clock: Clock, onUntil: (until: number | null) => void): AlertPause {
  let stop = (): void => undefined
  return {
    set(minutes) {
      stop()
      if (minutes === null) return onUntil(null)
      const ms = minutes * MINUTE_MS
      stop = clock.after(ms, () => onUntil(null))
      onUntil(clock.now() + ms)
    },
    end: () => stop(),
  }
}
