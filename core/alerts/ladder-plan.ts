import type { AlertKind, Settings } from '../settings/settings.ts'
import type { LadderPlan, RungUse } from './ladder.ts'
import type { AlertNotification } from './notification.ts'

/**
 * How an alert of this kind is delivered, by the settings. Only a ring has the popup. Feedback on a shortcut only gets
 * a notification, and a test tries everything that isn't switched off.
 */
export function ladderPlan(kind: AlertNotification['kind'], settings: Settings): LadderPlan {
  if (kind === 'feedback') return plan('never', 'never', 'never')
  const popup = kind === 'ring' || kind === 'test' ? POPUP[settings.ringPopup] : 'never'
  const tray = settings.fallbackBlink ? 'in-turn' : 'never'
  const sound = soundsIn(kind === 'test' ? 'ring' : kind, settings) ? 'in-turn' : 'never'
  return kind === 'test'
    ? { ...plan(popup === 'never' ? 'never' : 'in-turn', tray, sound), walks: true }
    : plan(popup, tray, sound)
}

const POPUP: Readonly<Record<Settings['ringPopup'], RungUse>> = {
  fallback: 'in-turn',
  always: 'at-once',
  never: 'never',
}

/** No sound here either if it is off for this kind. */
const soundsIn = (kind: AlertKind, { fallbackSound, deskPhone, sounds }: Settings): boolean =>
  fallbackSound && !deskPhone && sounds[kind] !== 'none'

const plan = (popup: RungUse, tray: RungUse, sound: RungUse): LadderPlan => ({
  uses: { notification: 'at-once', popup, tray, sound },
  walks: false,
})
