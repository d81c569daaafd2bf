import type { GlobalKey, Notice, PageTrouble, SettingsView } from '../../../core/contract.ts'
import { createListeners } from '../../../core/listeners.ts'
import type { PopupScreenView } from '../../../core/popup-screen/popup-screen-view.ts'
import type { UpdateState } from '../../../core/updates/update-state.ts'
import type { WebhookState } from '../../../core/webhook/webhook-state.ts'
import type { Configuration } from './configuration.ts'

/** The settings as the window shows them: those in force, and the state of the parts they control. */
export interface SettingsFeed {
  read(): SettingsView
  /** Call when any of it may have changed. */
  refresh(): void
  readonly onView: (listener: (view: SettingsView) => void) => () => void
}

export interface SettingsFeedParts {
  readonly configuration: Pick<Configuration, 'view'>
  /** Notices other than the configuration's own. */
  readonly notices: () => readonly Notice[]
  readonly keys: () => readonly GlobalKey[]
  readonly webhook: () => WebhookState
  readonly popupScreen: () => PopupScreenView
  readonly pageTroubles: () => readonly PageTrouble[]
  readonly updates: () => UpdateState
}

export function createSettingsFeed(parts: SettingsFeedParts): SettingsFeed {
  const views = createListeners<[SettingsView]>()
  let revision = 0

  function read(): SettingsView {
    const { webhookSecret, notices, ...own } = parts.configuration.view()
    return {
      ...own,
      revision,
      notices: [...notices, ...parts.notices()],
      keys: parts.keys(),
      webhook: { state: parts.webhook(), secret: webhookSecret },
      popupScreen: parts.popupScreen(),
      pageTroubles: parts.pageTroubles(),
      updates: parts.updates(),
    }
  }

  function refresh(): void {
    revision += 1
    views.call(read())
  }

  return {
    read,
    refresh,
    onView: views.add,
  }
}
