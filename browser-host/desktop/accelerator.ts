/** An accelerator as Electron reads one: the modifiers, and the one key that is pressed with them. */
export interface Accelerator {
  readonly control: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly meta: boolean
  /** In lower case, for example `r`, `f5`, `space`. */
  readonly key: string
}

type Modifier = Exclude<keyof Accelerator, 'key'>

const MODIFIERS: Readonly<Record<string, Modifier>> = {
  command: 'meta',
  cmd: 'meta',
  control: 'control',
  ctrl: 'control',
  alt: 'alt',
  option: 'alt',
  altgr: 'alt',
  shift: 'shift',
  super: 'meta',
  meta: 'meta',
}

const NAMED =
  'plus space tab capslock numlock scrolllock backspace delete insert return enter up down left right home end pageup pagedown escape esc volumeup volumedown volumemute medianexttrack mediaprevioustrack mediastop mediaplaypause printscreen numdec numadd numsub nummult numdiv'.split(
    ' ',
  )

/** Null for a text that Electron would refuse. */
export function readAccelerator(text: string, platform: NodeJS.Platform): Accelerator | null {
  const parts = text.toLowerCase().replace(/\+\+$/, '+plus').split('+')
  const key = parts.pop() ?? ''
  if (!isKey(key)) return null
  const held = parts.map((part) =>
    part === 'commandorcontrol' || part === 'cmdorctrl'
      ? platform === 'darwin'
        ? 'meta'
        : 'control'
      : MODIFIERS[part],
  )
  if (held.includes(undefined)) return null
  const has = (modifier: Modifier): boolean => held.includes(modifier)
  return { control: has('control'), alt: has('alt'), shift: has('shift'), meta: has('meta'), key }
}

const isKey = (key: string): boolean =>
  /^[!-~]$/.test(key) || /^f([1-9]|1\d|2[0-4])$/.test(key) || /^num\d$/.test(key) || NAMED.includes(key)

/** Equal for accelerators that mean the same keys. */
export const sameKeys = (one: Accelerator, other: Accelerator): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
