const MAC: Readonly<Record<string, string>> = {
  commandorcontrol: '⌘',
  cmdorctrl: '⌘',
  command: '⌘',
  cmd: '⌘',
  control: '⌃',
  ctrl: '⌃',
  alt: '⌥',
  option: '⌥',
  shift: '⇧',
  super: '⌘',
  meta: '⌘',
}

const OTHERS: Readonly<Record<string, string>> = {
  commandorcontrol: 'Ctrl',
  cmdorctrl: 'Ctrl',
  control: 'Ctrl',
  ctrl: 'Ctrl',
  alt: 'Alt',
  option: 'Alt',
  shift: 'Shift',
  super: 'Super',
  meta: 'Super',
}

/** An accelerator as printed on the keys: `Ctrl+Alt+R`, or `⌃⌥R` on a Mac. */
export function keyName(accelerator: string, mac: boolean): string {
  const parts = accelerator.replace(/\+\+$/, '+Plus').split('+')
  const names = parts.map((part) => (mac ? MAC : OTHERS)[part.toLowerCase()] ?? part)
  return names.join(mac ? '' : '+')
}

/** True on a Mac, according to what the browser reports about the computer. */
export const isMac = (platform: string): boolean => platform.startsWith('Mac')
