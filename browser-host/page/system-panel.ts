import type { SystemFace } from '../desktop/desktop-state.ts'
import type { Fault, SystemChange } from '../desktop/messages.ts'
import { readDisplays } from './displays.ts'
import { element } from './element.ts'
import type { Link } from './link.ts'

/** What a tester can do to the computer, as a panel of switches. Returns the function that draws it. */
export function createSystemPanel(container: HTMLElement, link: Link): (system: SystemFace) => void {
  const switches = SWITCHES.map((one) => {
    const input = element('input', { type: 'checkbox', role: 'switch' })
    input.addEventListener('change', () =>
      link.say({ type: 'system', change: input.checked ? one.on : one.off }),
    )
    container.append(element('label', {}, input, one.label))
    return { input, ...one }
  })
  container.append(element('label', { class: 'keys' }, 'Shortcuts of another program', takenKeys(link)))
  container.append(element('label', { class: 'keys' }, 'Displays, the main one first', displays(link)))
  container.append(
    ...FAULTS.map(({ label, fault }) => faultButton(label, () => link.say({ type: 'fault', fault }))),
  )
  return (system) => {
    for (const { input, key } of switches) input.checked = system[key]
  }
}

function faultButton(label: string, press: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button' }, label)
  button.addEventListener('click', press)
  return button
}

const FAULTS: readonly { readonly label: string; readonly fault: Fault }[] = [
  { label: 'Crash the window', fault: 'crash-windows' },
  { label: 'Hang the window', fault: 'hang-windows' },
  { label: 'Lose the GPU process', fault: 'lose-gpu' },
  { label: 'Error in main', fault: 'throw' },
  { label: 'Rejection in main', fault: 'reject' },
]

/** Accelerators separated by commas, for example `Control+Alt+R`. */
function takenKeys(link: Link): HTMLInputElement {
  const input = element('input', { type: 'text' })
  input.addEventListener('change', () => {
    const accelerators = input.value.split(',').map((text) => text.trim())
    link.say({ type: 'taken-keys', accelerators: accelerators.filter((text) => text !== '') })
  })
  return input
}

/** In the format of readDisplays, for example `Laptop @1.5, Wall`. */
function displays(link: Link): HTMLInputElement {
  const input = element('input', { type: 'text', placeholder: 'Laptop @1.5, Wall /48' })
  input.addEventListener('change', () => {
    const plugged = readDisplays(input.value)
    if (plugged.length > 0) link.say({ type: 'displays', displays: plugged })
  })
  return input
}

interface Switch {
  readonly key: keyof SystemFace
  readonly label: string
  readonly on: SystemChange
  readonly off: SystemChange
}

const SWITCHES: readonly Switch[] = [
  { key: 'awake', label: 'Awake', on: 'resume', off: 'suspend' },
  { key: 'locked', label: 'Screen locked', on: 'lock-screen', off: 'unlock-screen' },
  { key: 'online', label: 'Online', on: 'online', off: 'offline' },
  { key: 'dark', label: 'Dark', on: 'dark', off: 'light' },
  {
    key: 'notifications',
    label: 'Notifications allowed',
    on: 'allow-notifications',
    off: 'refuse-notifications',
  },
  {
    key: 'notificationsWork',
    label: 'Notifications work',
    on: 'work-notifications',
    off: 'fail-notifications',
  },
  {
    key: 'notificationsAnswer',
    label: 'Notifications answer',
    on: 'answer-notifications',
    off: 'silence-notifications',
  },
  { key: 'motion', label: 'Motion', on: 'allow-motion', off: 'reduce-motion' },
  { key: 'keychain', label: 'Keychain open', on: 'unlock-keychain', off: 'lock-keychain' },
  { key: 'trayHost', label: 'Tray icons shown', on: 'show-tray', off: 'hide-tray' },
  {
    key: 'startsAtLogin',
    label: 'Start at login allowed',
    on: 'allow-start-at-login',
    off: 'forbid-start-at-login',
  },
]
