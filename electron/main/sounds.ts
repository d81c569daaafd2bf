import { alertTuning } from '../../core/alerts/alert-tuning.ts'
import type { AlertSigns } from '../../core/alerts/alert-signs.ts'
import type { Pushes } from '../../core/contract.ts'
import type { AlertKind, Settings } from '../../core/settings.ts'

/** Ringside's own sounds, which the window plays: a ring as long as it rings, anything else once. */
export interface Sounds {
  /** `paused`: alerts are, so nothing sounds. */
  follow(signs: AlertSigns, paused: boolean): void
  /** Silence. */
  end(): void
}

export interface SoundParts {
  readonly settings: () => Settings
  readonly push: (sound: Parameters<Pushes['sound']>[0]) => void
}

export function createSounds({ settings, push }: SoundParts): Sounds {
  let ringing = false

  function end(): void {
    if (!ringing) return
    ringing = false
    push(null)
  }

  return {
    follow({ begun, lasting }, paused) {
      const now = settings()
      const isOurs = (kind: AlertKind): boolean => alertTuning(kind, now, paused).sound === 'ringside'
      const volume = now.soundVolume
      if (!lasting.includes('ring') || !isOurs('ring')) end()
      else if (begun.includes('ring')) {
        ringing = true
        push({ sound: 'ring', volume, repeats: true })
      }
      // Whoever hears a ring looks anyway: a notice would only cut it short.
      if (!ringing && begun.some((kind) => kind !== 'ring' && isOurs(kind)))
        push({ sound: 'notice', volume, repeats: false })
    },
    end,
  }
}
