type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing' | 'getModifierState'
>

const WRITES = new Set(['Enter', 'Backspace', 'Delete', 'Dead', 'Process', 'Unidentified'])

/**
 * Whether a key writes text, or is part of a character that is being composed. AltGr, which is Ctrl and Alt at once on
 * Windows, also writes.
 */
export function isTypedKey(event: Pressed): boolean {
  if (event.isComposing || event.getModifierState('AltGraph')) return true
  if (event.ctrlKey || event.altKey || event.metaKey) return false
  return Array.from(event.key).length === 1 || WRITES.has(event.key)
}
