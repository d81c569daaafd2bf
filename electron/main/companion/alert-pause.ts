import { MINUTE_MS, type Clock } from '../../../core/clock.ts'

/** A pause of the alerts, which ends by itself. */
export interface AlertPause {
  /** For so many minutes from now; null ends it. */
  set(minutes: number | null): void
  end(): void
}

/** `onUntil`: until when alerts are silent now; null when they are not. */
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
