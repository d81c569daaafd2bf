/**
 * A shortcut of the window, as data: the element that has it in `aria-keyshortcuts` is pressed, or focused
 * if it is a field. So a key does what its button does, and screen readers know it.
 */
export interface WindowKey {
  /** As in the `aria-keyshortcuts` attribute: a capital letter, a digit or a sign, with or without modifiers. */
  readonly key: string
  /** `call`: searched for in the focused call, otherwise in the first one. */
  readonly where: 'call' | 'window'
  /** Another key for the same: the one that the element has. */
  readonly also?: string
  /** It leads to a field: what is typed next goes into it. */
  readonly writes?: true
}

/** No key used in typing may touch a recording; the same on a Mac, where ⌘M and ⌘⇧M have other meanings. */
export const RECORDING_KEYS = 'Control+Shift+M'

/** What other programs have for it: the search of the open view, and the settings. */
export const SEARCH_KEYS = 'CommandOrControl+F'
export const SETTINGS_KEYS = 'CommandOrControl+,'

/** Opens the field for a number to call; the same on a Mac, so that it has to be learnt only once. */
export const DIAL_KEYS = 'Control+K'

/** Keeps the window on top, or no longer. */
export const PIN_KEY = 'T'

export const WINDOW_KEYS: readonly WindowKey[] = [
  { key: 'C', where: 'call' },
  { key: RECORDING_KEYS, where: 'call' },
  { key: 'N', where: 'call', writes: true },
  { key: 'O', where: 'call' },
  { key: '1', where: 'window' },
  { key: '2', where: 'window' },
  { key: '3', where: 'window' },
  { key: '4', where: 'window' },
  { key: DIAL_KEYS, where: 'window', writes: true },
  { key: '/', also: SEARCH_KEYS, where: 'window', writes: true },
  { key: 'P', where: 'window' },
  { key: PIN_KEY, where: 'window' },
  { key: ',', also: SETTINGS_KEYS, where: 'window' },
  { key: '?', where: 'window' },
]
