import type { SettingsView } from '../contract.ts'
import type { Settings } from '../settings/settings.ts'
import { NOTHING_REQUESTED } from '../popup-screen/popup-screen-view.ts'
import { NOTHING_SENT } from '../webhook/webhook-state.ts'

/** The settings as a window receives them when nothing is locked, wrong or in progress. */
export const plainSettingsView = (settings: Settings, changes: Partial<SettingsView> = {}): SettingsView => ({
  revision: 1,
  settings,
  language: 'en',
  locked: [],
  problems: [],
  code: 'policy',
  codeDestinations: [],
  secretKeeping: 'protected',
  notices: [],
  version: '',
  copyTemplates: [],
  outcomeLabels: [],
  keys: [],
  webhook: { state: NOTHING_SENT, secret: 'none' },
  popupScreen: NOTHING_REQUESTED,
  pageTroubles: [],
  updates: { kind: 'off', why: 'not-packaged' },
  ...changes,
})
