import { bad, good, type PartProblem, type SettingShape } from './setting.ts'
import type { Kind } from './setting-kinds.ts'

/** Why keys can't be a global shortcut. `few`: too few modifiers; `needed`: the system or many programs need them. */
export type KeysFlaw = 'unreadable' | 'few' | 'needed'

type Modifier = 'control' | 'alt' | 'shift' | 'command'

interface Combination {
  readonly held: ReadonlySet<Modifier>
  /** In lower case, such as `r`, `f5`, `space`. */
  readonly key: string
}

type System = 'mac' | 'others'

const MODIFIERS: Readonly<Record<string, Modifier | 'own'>> = {
  control: 'control',
  ctrl: 'control',
  alt: 'alt',
  option: 'alt',
  shift: 'shift',
  command: 'command',
  cmd: 'command',
  super: 'command',
  meta: 'command',
  commandorcontrol: 'own',
  cmdorctrl: 'own',
}

const MAX_LENGTH = 60 // the longest accelerator names four modifiers

/**
 * The few combinations with two of Ctrl, Alt and ⌘ that programs need. Ctrl+Alt types ₪, ₽ and € on keyboards where
 * AltGr is both at once (4, 8, E), and on Linux opens a terminal, locks the screen, shows the desktop and switches to
 * another console. With ⌘, which is the Windows key elsewhere: lock, full screen, dictionary, hide, minimise and close
 * all, Dock, developer tools, formats, another desktop, game bar.
 */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'alt+control': ['4', '8', 'e', 't', 'l', 'd', ...functionKeys(1, 12)],
  'alt+command': [...Array.from('bcdefghijklmnqstuvw58=-'), 'f4', 'f5'],
  'command+control': [...Array.from('bcdfmnoqsv,=-'), 'f4'],
}

/** Keys reserved for custom use: no program needs them. */
const SPARE = functionKeys(13, 24)

/**
 * What is wrong with keys (an Electron accelerator) as a global shortcut; null when nothing is. The same on every computer,
 * since a policy applies to many. They need two of Ctrl, Alt and ⌘, with or without Shift: with fewer they belong to other programs.
 */
export function keysFlaw(accelerator: string): KeysFlaw | null {
  const flaws = (['mac', 'others'] as const).map((system) => {
    const combination = readCombination(accelerator, system)
    return combination === null ? 'unreadable' : flawOf(combination)
  })
  return flaws.find((flaw) => flaw !== null) ?? null
}

/** Whether two accelerators are the same keys, on any system. */
export const sameKeys = (one: string, other: string): boolean =>
  (['mac', 'others'] as const).some((system) => {
    const [first, second] = [readCombination(one, system), readCombination(other, system)]
    return first !== null && second !== null && textOf(first) === textOf(second)
  })

/**
 * Keys for a set of actions. Unusable keys, or those of an earlier action, are left out and reported: they must
 * not affect the others.
 */
export const globalKeys = <Action extends string>(
  actions: readonly Action[],
): Kind<
  Readonly<Record<Action, string | null>>,
  { readonly kind: 'group'; readonly keys: readonly Action[]; readonly of: SettingShape }
> => ({
  shape: { kind: 'group', keys: actions, of: { kind: 'key' } },
  read(raw, byDefault) {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return bad('wrong-type')
    const given = new Map<string, unknown>(Object.entries(raw))
    const result: Record<Action, string | null> = { ...byDefault }
    const parts: PartProblem[] = []
    for (const name of given.keys())
      if (!actions.some((action) => action === name)) parts.push({ name, why: 'unknown-key' })
    for (const action of actions) {
      const value = given.get(action)
      if (value === undefined) continue
      const before = actions.slice(0, actions.indexOf(action)).map((one) => result[one])
      const why = problemOf(value, before)
      if (why === null) result[action] = typeof value === 'string' ? value : null
      else parts.push({ name: action, why })
    }
    return { ...good(result), parts }
  },
})

function problemOf(
  value: unknown,
  before: readonly (string | null)[],
): 'wrong-type' | 'out-of-range' | 'needed-elsewhere' | 'set-twice' | null {
  if (value === null) return null
  if (typeof value !== 'string') return 'wrong-type'
  const flaw = keysFlaw(value)
  if (flaw !== null) return flaw === 'unreadable' ? 'out-of-range' : 'needed-elsewhere'
  return before.some((one) => one !== null && sameKeys(one, value)) ? 'set-twice' : null
}

function flawOf({ held, key }: Combination): KeysFlaw | null {
  if (SPARE.includes(key)) return null
  const strong = [...held].filter((one) => one !== 'shift').toSorted()
  if (strong.length < 2) return 'few'
  // Arrows, Enter, Tab, Space and similar keys move, select and switch, with any modifiers.
  if (!/^([a-z0-9]|[!-/:-@[-`{-~]|num\d|f\d+)$/.test(key)) return 'needed'
  return NEEDED[strong.join('+')]?.includes(key) === true ? 'needed' : null
}

function readCombination(accelerator: string, system: System): Combination | null {
  if (accelerator.length > MAX_LENGTH) return null
  const names = accelerator.toLowerCase().replace(/\+\+$/, '+plus').split('+')
  const key = names.pop() ?? ''
  const own: Modifier = system === 'mac' ? 'command' : 'control'
  const held = names.map((name) => {
    const modifier = Object.hasOwn(MODIFIERS, name) ? MODIFIERS[name] : undefined
    return modifier === 'own' ? own : modifier
  })
  if (!isKey(key) || held.includes(undefined)) return null
  return { held: new Set(held.filter((one) => one !== undefined)), key: key === 'plus' ? '+' : key }
}

const textOf = ({ held, key }: Combination): string => [...[...held].toSorted(), key].join('+')

const NAMED =
  'plus space tab capslock numlock scrolllock backspace delete insert return enter up down left right home end pageup pagedown escape esc volumeup volumedown volumemute medianexttrack mediaprevioustrack mediastop mediaplaypause printscreen'.split(
    ' ',
  )

const isKey = (key: string): boolean =>
  /^[!-~]$/.test(key) || /^f([1-9]|1\d|2[0-4])$/.test(key) || /^num\d$/.test(key) || NAMED.includes(key)

function functionKeys(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => `f${first + index}`)
}
