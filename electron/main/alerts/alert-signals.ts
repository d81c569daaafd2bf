import { alertOnsets, type AlertSources } from '../../../core/alerts/alert-onsets.ts'
import type { Blink } from './blink.ts'
import type { Sounds } from './sounds.ts'

/** The parts of the window's state that can sound and blink. */
export interface SignalledState extends AlertSources {
  readonly alertsPausedUntil: number | null
}

/** Sound and blink next to the notifications: they start with an alert and stop as soon as it is over. */
export interface AlertSignals {
  take(state: SignalledState): void
  /** Call after the settings change. */
  refresh(): void
  /** The window was closed and created again: repeats the sounds that still apply. */
  soundAgain(): void
  end(): void
}

export function createAlertSignals(sounds: Sounds, blink: Blink, now: () => number): AlertSignals {
  let last: SignalledState | null = null

  function follow(before: AlertSources | null, state: SignalledState): void {
    const signs = alertOnsets(before, state)
    const paused = state.alertsPausedUntil !== null && now() < state.alertsPausedUntil
    sounds.follow(signs, paused)
    blink.follow(signs, paused)
  }

  return {
    take(state) {
      follow(last, state)
      last = state
    },
    refresh() {
      if (last !== null) follow(last, last)
    },
    soundAgain: sounds.again,
    end() {
      sounds.end()
      blink.end()
    },
  }
}
