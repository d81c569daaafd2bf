import type { Settings } from '../../core/settings.ts'

export interface SettingsEffectParts {
  readonly settings: () => Settings
  readonly followKeys: (keys: Settings['globalKeys']) => void
  readonly refreshSignals: () => void
  readonly clearAlerts: () => void
}

/** What a change of settings does besides being kept: keys are taken, sounds stop, privacy clears what is shown. */
export function createSettingsEffects(parts: SettingsEffectParts): () => void {
  let wasPrivate = false
  return () => {
    const { globalKeys, privacy } = parts.settings()
    parts.followKeys(globalKeys)
    parts.refreshSignals()
    if (privacy && !wasPrivate) parts.clearAlerts()
    wasPrivate = privacy
  }
}
