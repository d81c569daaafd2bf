/** The desktop page's entry: draws what the host sends, and reports what the user does. */
import type { DesktopState, DialogFace, NoteFace } from '../desktop/desktop-state.ts'
import type { ToPage } from '../desktop/to-page.ts'
import { createDisplays } from './displays.ts'
import { button, element } from './element.ts'
import { createKeyListener } from './global-keys.ts'
import { connectLink } from './link.ts'
import { createSystemPanel } from './system-panel.ts'
import { createToasts } from './toasts.ts'
import { createTrayBar } from './tray.ts'
import { createFrames } from './windows.ts'

const link = connectLink(hear, connectionChanged)
const keys = createKeyListener(link)
const frames = createFrames(byId('windows'), link, keys.hear)
const trays = createTrayBar(byId('trays'), link, () => frames.focusAgain())
const drawToasts = createToasts(byId('toasts'), link)
const drawDisplays = createDisplays(byId('displays'))
const drawSystem = createSystemPanel(byId('system'), link)
const systemButton = buttonById('system-button')
const dark = matchMedia('(prefers-color-scheme: dark)')

systemButton.addEventListener('click', () => showSystem(byId('system').hidden !== false))
byId('desktop').addEventListener('pointerdown', ({ target, currentTarget }) => {
  if (target === currentTarget) frames.blur()
})
document.addEventListener('pointermove', ({ clientX, clientY }) => (pointer = { x: clientX, y: clientY }))
document.addEventListener('pointerdown', pressed, { capture: true })
window.addEventListener('blur', () => leaveOpen(null))
document.addEventListener('keydown', ({ key }) => key === 'Escape' && showSystem(false))
window.addEventListener('resize', tellSize)
keys.hear(window)
dark.addEventListener('change', tellTheme)
let pointer = { x: 0, y: 0 }

function byId(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`The desktop page has no #${id}`)
  return found
}

function buttonById(id: string): HTMLButtonElement {
  const found = byId(id)
  if (!(found instanceof HTMLButtonElement)) throw new Error(`#${id} is not a button`)
  return found
}

function hear(message: ToPage): void {
  switch (message.type) {
    case 'state':
      return draw(message.state)
    case 'ipc-answer':
    case 'ipc-error':
    case 'ipc-push':
      return frames.send(message)
    case 'clipboard-write':
      return void write(message.text).then((done) => link.say({ type: 'clipboard', seq: message.seq, done }))
    case 'popup':
      return trays.popUp(message.id, message.menu)
  }
}

function draw(state: DesktopState): void {
  const { appName, system, front } = state
  document.title = `${appName} in the browser host`
  document.documentElement.dataset['theme'] = system.dark ? 'dark' : 'light'
  byId('asleep').hidden = system.awake && !system.locked
  byId('asleep').textContent = system.awake ? 'Locked' : 'Asleep'
  byId('front').textContent = front === null ? '' : front === 'app' ? appName : 'Another program'
  drawDisplays(state.displays)
  drawSystem(system)
  systemButton.disabled = false
  keys.draw(state.globalKeys)
  trays.draw(state.trays)
  frames.draw(state.windows, system.dark)
  drawToasts(state.toasts)
  byId('notes').replaceChildren(...state.notes.map(drawNote))
  byId('dialogs').replaceChildren(...state.dialogs.map(drawDialog))
}

function connectionChanged(connected: boolean): void {
  byId('lost').hidden = connected
  if (!connected) return leaveSystem()
  tellSize()
  tellTheme()
}

function tellSize(): void {
  link.say({ type: 'viewport', width: innerWidth, height: innerHeight })
}

function tellTheme(): void {
  link.say({ type: 'system', part: 'dark', on: dark.matches })
}

/** Without a connection, its switches would show an old state, or none, and change nothing. */
function leaveSystem(): void {
  systemButton.disabled = true
  showSystem(false)
}

function showSystem(show: boolean): void {
  byId('system').hidden = !show
  systemButton.setAttribute('aria-expanded', String(show))
}

function pressed({ target }: Event): void {
  link.say({ type: 'pointer', ...pointer })
  leaveOpen(target instanceof Element ? target : null)
}

/** Open menus and panels close when the user clicks elsewhere. */
function leaveOpen(target: Element | null): void {
  if (target?.closest('.tray-place') == null) trays.leaveMenu()
  if (target?.closest('.system-place') == null) showSystem(false)
}

const drawNote = ({ text, link: href }: NoteFace): HTMLElement =>
  element('li', {}, href === '' ? text : element('a', { href, target: '_blank', rel: 'noreferrer' }, text))

function drawDialog({ id, title, message, buttons }: DialogFace): HTMLElement {
  const row = buttons.map((label, index) =>
    button(() => link.say({ type: 'dialog', id, button: index }), {}, label),
  )
  const actions = element('div', { class: 'dialog-buttons' }, ...row)
  return element(
    'div',
    { role: 'alertdialog', 'aria-label': title },
    element('h2', {}, title),
    element('p', {}, message),
    actions,
  )
}

/** True if the browser accepted it, which it does for a focused page. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
