import type { AlertKind, Settings } from '../settings/settings.ts'
import type { LadderPlan, RungUse } from './ladder.ts'
import type { AlertNotification } from './notification.ts'

/**
 * How an alert of this kind is told, by the settings. Only a ring has the popup. A word about what a key did is worth
 * no more than its notification, and a test tries everything that is not switched off.
 */
export function ladderPlan(kind: AlertNotification['kind'], settings: Settings): LadderPlan {
  if (kind === 'told') return plan('never', 'never', 'never')
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

/** Who wants no sound for this kind gets none here either. */
const soundsIn = (kind: AlertKind, { fallbackSound, deskPhone, sounds }: Settings): boolean =>
  fallbackSound && !deskPhone && sounds[kind] !== 'none'

const plan = (popup: RungUse, tray: RungUse, sound: RungUse): LadderPlan => ({
  uses: { notification: 'at-once', popup, tray, sound },
  walks: false,
})
