import type { WindowWords as Words } from '../../core/words/words.ts'
import { DIAL_KEYS, PIN_KEY, RECORDING_KEYS, SEARCH_KEYS, SETTINGS_KEYS } from './window-shortcuts.ts'

type Said = Exclude<keyof Words['keys']['list'], 'title' | 'lead' | 'off' | 'close' | 'groups'>

/** The rows of the list of shortcuts, except the tabs: each row's keys, and the words for what they do. */
export interface KeyRow {
  readonly keys: readonly string[]
  readonly said: Said
}

export const KEY_LIST: readonly {
  readonly group: keyof Words['keys']['list']['groups']
  readonly rows: readonly KeyRow[]
}[] = [
  {
    group: 'call',
    rows: [
      { keys: ['C', 'CommandOrControl+C'], said: 'copy' },
      { keys: [RECORDING_KEYS], said: 'mute' },
      { keys: ['N'], said: 'note' },
      { keys: ['O'], said: 'open' },
    ],
  },
  {
    group: 'window',
    rows: [
      { keys: [DIAL_KEYS], said: 'dial' },
      { keys: ['/', SEARCH_KEYS], said: 'search' },
      { keys: ['P'], said: 'privacy' },
      { keys: [PIN_KEY], said: 'pin' },
      { keys: [',', SETTINGS_KEYS], said: 'settings' },
      { keys: ['?'], said: 'keys' },
      { keys: ['Esc'], said: 'leave' },
    ],
  },
  {
    group: 'lists',
    rows: [
      { keys: ['↑', '↓'], said: 'rows' },
      { keys: ['Home', 'End'], said: 'ends' },
    ],
  },
]
