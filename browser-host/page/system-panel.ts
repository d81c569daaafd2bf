import type { SystemFace } from '../desktop/desktop-state.ts'
import type { Fault } from '../desktop/from-page.ts'
import { readDisplays } from './displays.ts'
import { button, element } from './element.ts'
import type { Link } from './link.ts'

/** What a tester can do to the computer, as a panel of switches. Returns the function that draws it. */
export function createSystemPanel(container: HTMLElement, link: Link): (system: SystemFace) => void {
  const switches = SWITCHES.map(([label, part]) => {
    const input = element('input', { type: 'checkbox', role: 'switch' })
    input.addEventListener('change', () => link.say({ type: 'system', part, on: input.checked }))
    container.append(element('label', {}, input, label))
    return { input, part }
  })
  container.append(element('label', { class: 'keys' }, 'Shortcuts of another program', takenKeys(link)))
  container.append(element('label', { class: 'keys' }, 'Displays, the main one first', displays(link)))
  for (const [label, fault] of FAULTS)
    container.append(button(() => link.say({ type: 'fault', fault }), {}, label))
  return (system) => {
    for (const { input, part } of switches) input.checked = system[part]
  }
}

const FAULTS: readonly (readonly [label: string, fault: Fault])[] = [
  ['Crash the window', 'crash-windows'],
  ['Hang the window', 'hang-windows'],
  ['Lose the GPU process', 'lose-gpu'],
  ['Error in main', 'throw'],
  ['Rejection in main', 'reject'],
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

const SWITCHES: readonly (readonly [label: string, part: keyof SystemFace])[] = [
  ['Awake', 'awake'],
  ['Screen locked', 'locked'],
  ['Online', 'online'],
  ['Dark', 'dark'],
  ['Notifications allowed', 'notifications'],
  ['Notifications work', 'notificationsWork'],
  ['Notifications answer', 'notificationsAnswer'],
  ['Motion', 'motion'],
  ['Keychain open', 'keychain'],
  ['Tray icons shown', 'trayHost'],
  ['Start at login allowed', 'startsAtLogin'],
]
