import type { SettingsView } from '../contract.ts'
import type { Settings } from '../settings/settings.ts'
import { NOTHING_SENT } from '../webhook/webhook-state.ts'

/** What a window is told of these settings when nothing is locked, wrong or going on. */
export const plainSettingsView = (settings: Settings, changes: Partial<SettingsView> = {}): SettingsView => ({
  revision: 1,
  settings,
  language: 'en',
  locked: [],
  problems: [],
  code: 'policy',
  secretKeeping: 'protected',
  notices: [],
  version: '',
  copyTemplates: [],
  outcomeLabels: [],
  keys: [],
  webhook: { state: NOTHING_SENT, secret: 'none' },
  pageTroubles: [],
  updates: { kind: 'off', why: 'not-packaged' },
  ...changes,
})
