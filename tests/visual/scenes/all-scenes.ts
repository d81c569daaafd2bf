import type { Scene } from '../scene.ts'
import { AROUND_SCENES } from './around-scenes.ts'
import { BOOK_SCENES } from './book-scenes.ts'
import { CALLS_SCENES } from './calls-scenes.ts'
import { DIALLING_SCENES } from './dialling-scenes.ts'
import { HISTORY_SCENES } from './history-scenes.ts'
import { KEYS_SCENES } from './keys-scenes.ts'
import { LONG_SCENES } from './long-scenes.ts'
import { NAMED_SCENES } from './named-scenes.ts'
import { OUTGOING_SCENES } from './outgoing-scenes.ts'
import { POPUP_SCENES } from './popup-scenes.ts'
import { PRIVACY_SCENES } from './privacy-scenes.ts'
import { RECORDING_SCENES } from './recording-scenes.ts'
import { SETTINGS_SCENES } from './settings-scenes.ts'
import { STATUS_SCENES } from './status-scenes.ts'
import { TEMPLATE_SCENES } from './template-scenes.ts'
import { WINDOW_SCENES } from './window-scenes.ts'

/** Every view in every state that a user can see. */
export const VIEW_SCENES: readonly Scene[] = [
  ...CALLS_SCENES,
  ...RECORDING_SCENES,
  ...DIALLING_SCENES,
  ...AROUND_SCENES,
  ...HISTORY_SCENES,
  ...BOOK_SCENES,
  ...STATUS_SCENES,
  ...PRIVACY_SCENES,
  ...POPUP_SCENES,
  ...WINDOW_SCENES,
  ...NAMED_SCENES,
  ...LONG_SCENES,
]

/** The settings and their pages, in every state. */
export const SETTING_SCENES: readonly Scene[] = [
  ...SETTINGS_SCENES,
  ...TEMPLATE_SCENES,
  ...OUTGOING_SCENES,
  ...KEYS_SCENES,
]

export const ALL_SCENES: readonly Scene[] = [...VIEW_SCENES, ...SETTING_SCENES]
