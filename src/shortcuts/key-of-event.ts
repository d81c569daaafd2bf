type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey'>

/**
 * The single key that was pressed, as a capital, digit or sign; null with Ctrl, Alt or ⌘. With a layout of another
 * script a letter is known by its place: what types ב is C.
 */
export function keyOfEvent({ key, code, ctrlKey, altKey, metaKey }: Pressed): string | null {
  if (ctrlKey || altKey || metaKey) return null
  if (/^[!-~]$/.test(key)) return key.toUpperCase()
  return /^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? null
}
