import { alertPreferences } from '../../../core/alerts/alert-preferences.ts'
import type { AlertOnsets } from '../../../core/alerts/alert-onsets.ts'
import type { Clock } from '../../../core/clock.ts'
import type { AlertKind, Settings } from '../../../core/settings/settings.ts'

const SHOWN_MS = 700 // once a second: far below the three flashes a second that can trigger seizures
const BLANK_MS = 300

/** Blinks the tray icon for an alert, until the alert is over or the user has looked. */
export interface Blink {
  follow(signs: AlertOnsets, paused: boolean): void
  /** Blinks for one alert of any kind; false, without blinking, if the system asks for reduced motion. */
  raise(id: string): boolean
  lower(id: string): void
  /** The user is looking at the window (true), or no longer is. */
  look(looking: boolean): void
  end(): void
}

export interface BlinkParts {
  readonly clock: Pick<Clock, 'after'>
  readonly settings: () => Settings
  /** True if the system asks for reduced motion: the icon then does not blink. */
  readonly reducedMotion: () => boolean
  /** Shows the icon, or an empty one of the same size. */
  readonly show: (visible: boolean) => void
}

export function createBlink({ clock, settings, reducedMotion, show }: BlinkParts): Blink {
  let kinds: readonly AlertKind[] = []
  const raised = new Set<string>()
  let looking = false
  let stop: (() => void) | null = null

  function turn(visible: boolean): void {
    stop = clock.after(visible ? SHOWN_MS : BLANK_MS, () => {
      show(!visible)
      turn(!visible)
    })
  }

  function become(next: readonly AlertKind[]): void {
    kinds = next
    const wanted = kinds.length > 0 || raised.size > 0
    if (wanted && stop === null && !reducedMotion()) turn(true)
    if (wanted || stop === null) return
    stop()
    stop = null
    show(true)
  }

  return {
    follow({ begun, lasting }, paused) {
      const now = settings()
      const all = [...new Set([...kinds, ...(looking ? [] : begun)])]
      become(all.filter((kind) => lasting.includes(kind) && alertPreferences(kind, now, paused).blink))
    },
    raise(id) {
      if (!looking) raised.add(id)
      become(kinds)
      return looking || stop !== null
    },
    lower(id) {
      if (raised.delete(id)) become(kinds)
    },
    look(next) {
      looking = next
      if (!looking) return
      raised.clear()
      become([])
    },
    end() {
      raised.clear()
      become([])
    },
  }
}
