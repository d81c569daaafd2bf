import { KEY_PLACES } from './key-positions.ts'

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>

/** The result of pressing keys in a shortcut field. */
export type Recorded =
  | { readonly kind: 'keys'; readonly accelerator: string }
  /** The modifiers held down so far; `''` for none. */
  | { readonly kind: 'held'; readonly modifiers: string }
  /** These keys without a modifier would be lost to every other program. */
  | { readonly kind: 'needs-modifier' }
  /** Not a key that can be used. */
  | { readonly kind: 'unknown' }

const MODIFIER_KEYS = new Set(['Control', 'Alt', 'AltGraph', 'Shift', 'Meta'])

/** Pressed keys as Electron's accelerator. By the key's position, so that it is the same in every layout. */
export function acceleratorOf(event: Pressed, mac: boolean): Recorded {
  const { ctrlKey, altKey, shiftKey, metaKey } = event
  const held = [
    ...(ctrlKey ? ['Control'] : []),
    ...(altKey ? ['Alt'] : []),
    ...(shiftKey ? ['Shift'] : []),
    ...(metaKey ? [mac ? 'Command' : 'Super'] : []),
  ]
  if (MODIFIER_KEYS.has(event.key)) return { kind: 'held', modifiers: held.join('+') }
  const key = keyNamed(event)
  if (key === null) return { kind: 'unknown' }
  if (!ctrlKey && !altKey && !metaKey && !/^F\d+$/.test(key)) return { kind: 'needs-modifier' }
  return { kind: 'keys', accelerator: [...held, key].join('+') }
}

function keyNamed({ code }: Pressed): string | null {
  const plain = /^(?:Key|Digit)(.)$/.exec(code)?.[1]
  if (plain !== undefined) return plain
  if (/^F([1-9]|1\d|2[0-4])$/.test(code)) return code
  if (/^Numpad\d$/.test(code)) return `num${code.slice(-1)}`
  return KEY_PLACES[code] ?? null
}
