import { alertPreferences } from '../../../core/alerts/alert-preferences.ts'
import type { AlertOnsets } from '../../../core/alerts/alert-onsets.ts'
import type { AlertNotification } from '../../../core/alerts/notification.ts'
import type { Pushes } from '../../../core/ipc/channels.ts'
import type { AlertKind, Settings } from '../../../core/settings/settings.ts'
import type { LadderRung } from './ladder.ts'

/** Ringside's own sounds, played by the window: a ring as long as it rings, anything else once. */
export interface Sounds extends LadderRung {
  /** `paused`: alerts are paused, so nothing sounds. */
  follow(signs: AlertOnsets, paused: boolean): void
  /** Sounds for one alert that nothing else showed: a ring until it is withdrawn, anything else once. */
  raise(alert: Pick<AlertNotification, 'id' | 'kind'>): 'given'
  /** The window that played is gone: the next one plays what is still ringing. */
  again(): void
  /** Silence. */
  end(): void
}

export function createSounds(
  settings: () => Settings,
  push: (sound: Parameters<Pushes['sound']>[0]) => void,
): Sounds {
  let ringing = false
  const raised = new Set<string>()

  function end(): void {
    if (!ringing) return
    ringing = false
    if (raised.size === 0) push(null)
  }

  const ring = (): void => push({ sound: 'ring', volume: settings().soundVolume, repeats: true })
  const notice = (): void => push({ sound: 'notice', volume: settings().soundVolume, repeats: false })

  return {
    follow({ begun, lasting }, paused) {
      const now = settings()
      const isOurs = (kind: AlertKind): boolean => alertPreferences(kind, now, paused).sound === 'ringside'
      if (!lasting.includes('ring') || !isOurs('ring')) end()
      else if (begun.includes('ring')) {
        ringing = true
        ring()
      }
      // Anyone who hears a ring looks anyway: a notice would only cut it short.
      if (!ringing && begun.some((kind) => kind !== 'ring' && isOurs(kind))) notice()
    },
    again() {
      if (ringing || raised.size > 0) ring()
    },
    raise({ id, kind }) {
      const sounds = ringing || raised.size > 0
      if (kind === 'ring') raised.add(id)
      if (!sounds && kind === 'ring') ring()
      else if (!sounds) notice()
      return 'given'
    },
    lower(id) {
      if (raised.delete(id) && raised.size === 0 && !ringing) push(null)
    },
    end() {
      const sounded = raised.size > 0 && !ringing
      raised.clear()
      if (sounded) push(null)
      end()
    },
  }
}
