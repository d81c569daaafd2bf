import { KEY_PLACES } from './key-positions.ts'

/**
 * The modifiers to hold down and the key to press: one that types `key`, or has one of `codes`, both as in
 * `KeyboardEvent`.
 */
export interface Accelerator {
  readonly ctrl: boolean
  readonly meta: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly key: string | null
  readonly codes: readonly string[]
}

type Pressed = Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'key' | 'code'>

/**
 * Reads the name of a key as Electron writes it, such as `CommandOrControl+Shift+C`; null if it isn't one. Letters and
 * digits are matched by their position on the keyboard, so that they work in every layout; signs by what they type,
 * too.
 */
export function readAccelerator(name: string, mac: boolean): Accelerator | null {
  const parts = name.replace(/\+$/, 'Plus').split('+')
  const pressed = keyOf(parts.pop() ?? '')
  const held = parts.map((part) => modifierOf(part, mac))
  if (pressed === null || held.includes(undefined)) return null
  return {
    ctrl: held.includes('ctrl'),
    meta: held.includes('meta'),
    alt: held.includes('alt'),
    shift: held.includes('shift'),
    ...pressed,
  }
}

/** True if exactly this was pressed, with no other modifier. */
export function isPressed(accelerator: Accelerator, event: Pressed): boolean {
  return (
    event.ctrlKey === accelerator.ctrl &&
    event.metaKey === accelerator.meta &&
    event.altKey === accelerator.alt &&
    event.shiftKey === accelerator.shift &&
    (event.key === accelerator.key || accelerator.codes.includes(event.code))
  )
}

export type Modifier = 'ctrl' | 'meta' | 'alt' | 'shift'

/** The modifier that Electron calls so; undefined if it isn't one. */
export function modifierOf(name: string, mac: boolean): Modifier | undefined {
  const modifier = MODIFIERS.get(name.toLowerCase())
  return modifier === 'own' ? (mac ? 'meta' : 'ctrl') : modifier
}

/** `own`: Command on a Mac, Control elsewhere. */
const MODIFIERS: ReadonlyMap<string, Modifier | 'own'> = new Map<string, Modifier | 'own'>([
  ['commandorcontrol', 'own'],
  ['cmdorctrl', 'own'],
  ['command', 'meta'],
  ['cmd', 'meta'],
  ['super', 'meta'],
  ['meta', 'meta'],
  ['control', 'ctrl'],
  ['ctrl', 'ctrl'],
  ['alt', 'alt'],
  ['option', 'alt'],
  ['shift', 'shift'],
])

const NAMED: ReadonlyMap<string, string> = new Map<string, string>([
  ['plus', '+'],
  ['space', ' '],
  ['enter', 'Enter'],
  ['return', 'Enter'],
  ['insert', 'Insert'],
  ['delete', 'Delete'],
  ['home', 'Home'],
  ['end', 'End'],
  ['pageup', 'PageUp'],
  ['pagedown', 'PageDown'],
])

function keyOf(name: string): Pick<Accelerator, 'key' | 'codes'> | null {
  if (/^[a-z]$/i.test(name)) return { key: null, codes: [`Key${name.toUpperCase()}`] }
  if (/^\d$/.test(name)) return { key: null, codes: [`Digit${name}`] }
  if (/^num\d$/i.test(name)) return { key: null, codes: [`Numpad${name.slice(-1)}`] }
  if (/^F([1-9]|1\d|2[0-4])$/i.test(name)) return { key: name.toUpperCase(), codes: [] }
  const key = NAMED.get(name.toLowerCase()) ?? (/^[!-/:-@[-`{-~]$/.test(name) ? name : null)
  const codes = keyCodesFor(name)
  return key === null && codes.length === 0 ? null : { key, codes }
}

const keyCodesFor = (name: string): readonly string[] =>
  Object.entries(KEY_PLACES).flatMap(([code, named]) =>
    named.toLowerCase() === name.toLowerCase() ? [code] : [],
  )
