/**
 * A key of the window, as data: the element that carries it as `aria-keyshortcuts` is pressed, or gets the focus
 * where it is a field. So a key does what its button does, and says so to a screen reader.
 */
export interface WindowKey {
  /** As the element carries it: a capital, a digit or a sign, with modifiers or without. */
  readonly key: string
  /** `call`: looked for in the call with the focus, else in the first one. */
  readonly where: 'call' | 'window'
  /** It goes to a field: what is typed next is its text. */
  readonly writes?: true
}

/** No key that a person types may touch a recording; the same on a Mac, where ⌘M and ⌘⇧M are other things. */
export const RECORDING_KEYS = 'Control+Shift+M'

export const WINDOW_KEYS: readonly WindowKey[] = [
  { key: 'C', where: 'call' },
  { key: RECORDING_KEYS, where: 'call' },
  { key: 'N', where: 'call', writes: true },
  { key: 'O', where: 'call' },
  { key: '1', where: 'window' },
  { key: '2', where: 'window' },
  { key: '3', where: 'window' },
  { key: '4', where: 'window' },
  { key: '/', where: 'window', writes: true },
  { key: 'P', where: 'window' },
  { key: ',', where: 'window' },
  { key: '?', where: 'window' },
]
