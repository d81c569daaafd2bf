import { ALERT_SWITCHES } from '../settings/settings.ts'
import type { AlertKind, AlertSound, Settings } from '../settings/settings.ts'

export interface AlertPreferences {
  readonly notification: boolean
  /** `system` is the notification's sound, so without a notification it is silent. */
  readonly sound: AlertSound
  readonly blink: boolean
}

const NOTHING: AlertPreferences = { notification: false, sound: 'none', blink: false }

/** The settings for a kind of alert. A pause silences everything; a ringing desk phone replaces only the sound. */
export function alertPreferences(kind: AlertKind, settings: Settings, paused: boolean): AlertPreferences {
  if (paused) return NOTHING
  const notification = ALERT_SWITCHES[kind].some((name) => settings[name])
  const set = settings.sounds[kind]
  const unheard = settings.deskPhone || (set === 'system' && !notification)
  return { notification, sound: unheard ? 'none' : set, blink: settings.blinks[kind] }
}

export const isSilent = (kind: AlertKind, settings: Settings): boolean =>
  settings.deskPhone || settings.sounds[kind] !== 'system'
