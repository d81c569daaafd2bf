const NAMES: Readonly<Record<string, string>> = {
  cmd: 'command',
  ctrl: 'control',
  cmdorctrl: 'commandorcontrol',
  option: 'alt',
  meta: 'super',
  return: 'enter',
  esc: 'escape',
}

/** An accelerator in the one form by which two that mean the same keys are the same text. */
export function plainAccelerator(accelerator: string, platform: NodeJS.Platform): string {
  // A plus sign as the key itself comes last, after another plus.
  const parts = accelerator.toLowerCase().replace(/\+\+$/, '+plus').split('+')
  return parts
    .map((part) => NAMES[part] ?? part)
    .map((part) => (part === 'commandorcontrol' ? (platform === 'darwin' ? 'command' : 'control') : part))
    .map((part) => (part === 'super' && platform === 'darwin' ? 'command' : part))
    .toSorted()
    .join('+')
}
