import type { Settings } from '../../../core/settings/settings.ts'

export interface SettingsEffectParts {
  readonly settings: () => Settings
  readonly followKeys: (keys: Settings['globalKeys']) => void
  readonly refreshSignals: () => void
  /** Called when privacy mode was turned on or off. */
  readonly onPrivacy: (on: boolean) => void
}

/** The effects of a settings change other than saving it: shortcuts are registered, sounds stop, privacy starts. */
export function createSettingsEffects(parts: SettingsEffectParts): () => void {
  let wasPrivate = false
  return () => {
    const { globalKeys, privacy } = parts.settings()
    parts.followKeys(globalKeys)
    parts.refreshSignals()
    const turned = privacy !== wasPrivate
    wasPrivate = privacy
    if (turned) parts.onPrivacy(privacy)
  }
}
