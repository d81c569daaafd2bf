import { MINUTE_MS, type Clock } from '../../../core/clock.ts'

/** A pause of the alerts that ends on its own. */
export interface AlertPause {
  /** Pauses for this many minutes from now; null ends the pause. */
  set(minutes: number | null): void
  end(): void
}

/**
 * `onUntil`: called with the time until which alerts are paused; null if they aren't. `onOver`: called after that, when
 * a pause has ended, by hand or on its own.
 */
export function createAlertPause(
  clock: Clock,
  onUntil: (until: number | null) => void,
  onOver: () => void,
): AlertPause {
  let stop = (): void => undefined

  function over(): void {
    onUntil(null)
    onOver()
  }

  return {
    set(minutes) {
      stop()
      if (minutes === null) return over()
      const ms = minutes * MINUTE_MS
      stop = clock.after(ms, over)
      onUntil(clock.now() + ms)
    },
    end: () => stop(),
  }
}
