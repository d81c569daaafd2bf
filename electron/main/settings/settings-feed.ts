import type { Notice, SettingsView } from '../../../core/contract.ts'
import { createListeners } from '../../../core/listeners.ts'
import type { Program } from '../program/assemble-program.ts'
import type { GlobalShortcuts } from '../shortcuts/global-shortcuts.ts'
import type { Updates } from '../updates/updates.ts'
import type { Configuration } from './configuration.ts'

/** The settings as the window shows them: those in force, and the state of the parts they control. */
export interface SettingsFeed {
  read(): SettingsView
  /** Call when any of it may have changed. */
  refresh(): void
  readonly onView: (listener: (view: SettingsView) => void) => () => void
}

export interface SettingsFeedParts extends Pick<Program, 'integrations' | 'popupScreen'> {
  readonly configuration: Pick<Configuration, 'view'>
  /** Notices other than the configuration's own. */
  readonly notices: () => readonly Notice[]
  readonly keys: Pick<GlobalShortcuts, 'view'>
  readonly updates: Pick<Updates, 'state'>
}

export function createSettingsFeed(parts: SettingsFeedParts): SettingsFeed {
  const { pages, webhook } = parts.integrations
  const views = createListeners<[SettingsView]>()
  let revision = 0

  function read(): SettingsView {
    const { webhookSecret, notices, ...own } = parts.configuration.view()
    return {
      ...own,
      revision,
      notices: [...notices, ...parts.notices()],
      keys: parts.keys.view(),
      webhook: { state: webhook.state(), secret: webhookSecret },
      popupScreen: parts.popupScreen.view(),
      pageTroubles: pages.troubles(),
      updates: parts.updates.state(),
    }
  }

  function refresh(): void {
    revision += 1
    views.call(read())
  }

  return { read, refresh, onView: views.add }
}
