import { modifierOf, type Modifier } from './accelerator.ts'

/**
 * An accelerator in the form of `aria-keyshortcuts`: `CommandOrControl+Shift+C` is `Control+Shift+C`, on a Mac
 * `Meta+Shift+C`. By https://www.w3.org/TR/wai-aria-1.2/#aria-keyshortcuts, which names the plus sign and the space.
 */
export function ariaKeys(accelerator: string, mac: boolean): string {
  const parts = accelerator.replace(/\+$/, 'Plus').split('+')
  const key = parts.pop() ?? ''
  const held = parts.map((part) => NAMES[modifierOf(part, mac) ?? 'meta'])
  return [...held, keyOf(key)].join('+')
}

/** Arrows, Return and the number pad have different names in Electron. */
function keyOf(key: string): string {
  if (/^(up|down|left|right)$/i.test(key)) return `Arrow${key}`
  if (/^num\d$/i.test(key)) return key.slice(-1)
  if (/^return$/i.test(key)) return 'Enter'
  return key.length === 1 ? key.toUpperCase() : key
}

const NAMES: Readonly<Record<Modifier, string>> = {
  ctrl: 'Control',
  alt: 'Alt',
  shift: 'Shift',
  meta: 'Meta',
}
