type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey'>

/**
 * The single key that was pressed, as a capital, digit or sign; null with Ctrl, Alt or ⌘. In a layout of another
 * script a letter is recognised by its position: what types ב is C.
 */
export function keyOfEvent({ key, code, ctrlKey, altKey, metaKey }: Pressed): string | null {
  if (ctrlKey || altKey || metaKey) return null
  if (/^[!-~]$/.test(key)) return key.toUpperCase()
  return /^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? null
}
