import type { MenuFace, TrayFace } from '../desktop/desktop-state.ts'
import { element } from './element.ts'
import type { Link } from './link.ts'
import { openMenu, type OpenMenu } from './menu.ts'

export interface TrayBar {
  draw(trays: readonly TrayFace[]): void
  /** Opens this menu immediately, as its app requests. */
  popUp(id: number, menu: readonly MenuFace[]): void
  /** Closes the menu because the user clicked elsewhere; the focus isn't moved back. */
  leaveMenu(): void
}

interface DrawnTray {
  readonly button: HTMLButtonElement
  face: TrayFace
}

/**
 * The icons in the menu bar. With a menu, a click opens it and a double click is sent to the app; without one, each
 * click is.
 */
export function createTrayBar(container: HTMLElement, link: Link, onMenuClosed: () => void): TrayBar {
  const drawn = new Map<number, DrawnTray>()
  let open: { readonly id: number; readonly menu: OpenMenu } | null = null

  function leaveMenu(): void {
    if (open !== null) drawn.get(open.id)?.button.setAttribute('aria-expanded', 'false')
    open?.menu.node.remove()
    open = null
  }

  function closeMenu(): void {
    const from = open === null ? undefined : drawn.get(open.id)?.button
    leaveMenu()
    from?.focus()
    if (from !== undefined) onMenuClosed()
  }

  function popUp(id: number, items: readonly MenuFace[] | null | undefined): void {
    leaveMenu()
    const tray = drawn.get(id)
    if (tray === undefined || items == null || items.length === 0) return
    const menu = openMenu(tray.face.tooltip, items, {
      choose: (command) => link.say({ type: 'menu', id, command }),
      close: closeMenu,
    })
    open = { id, menu }
    tray.button.setAttribute('aria-expanded', 'true')
    tray.button.after(menu.node)
    menu.node.querySelector<HTMLElement>('[role^=menuitem]')?.focus()
  }

  function click(id: number): void {
    if (drawn.get(id)?.face.menu === null) link.say({ type: 'tray', id, did: 'click' })
    else if (open?.id === id) closeMenu()
    else popUp(id, drawn.get(id)?.face.menu)
  }

  function add(face: TrayFace): DrawnTray {
    const { id } = face
    const button = element('button', { type: 'button', class: 'tray', 'data-testid': 'tray' })
    button.addEventListener('click', () => click(id))
    button.addEventListener('dblclick', () => {
      closeMenu()
      link.say({ type: 'tray', id, did: 'double-click' })
    })
    button.addEventListener('contextmenu', (event) => {
      event.preventDefault()
      if (drawn.get(id)?.face.menu === null) link.say({ type: 'tray', id, did: 'right-click' })
      else popUp(id, drawn.get(id)?.face.menu)
    })
    button.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowDown') return
      event.preventDefault()
      popUp(id, drawn.get(id)?.face.menu)
    })
    container.append(element('div', { class: 'tray-place' }, button))
    const tray = { button, face }
    drawn.set(id, tray)
    return tray
  }

  function update(tray: DrawnTray, face: TrayFace): void {
    tray.face = face
    dress(tray.button, face)
    // One that the app popped up stays as it is.
    if (open?.id === face.id && face.menu !== null) open.menu.update(face.menu)
    const { x, y, width, height } = tray.button.getBoundingClientRect()
    link.say({ type: 'tray-bounds', id: face.id, bounds: { x, y, width, height } })
  }

  return {
    draw(trays) {
      for (const face of trays) update(drawn.get(face.id) ?? add(face), face)
      for (const [id, { button }] of drawn) {
        if (trays.some((face) => face.id === id)) continue
        if (open?.id === id) leaveMenu()
        button.parentElement?.remove()
        drawn.delete(id)
      }
    },
    popUp,
    leaveMenu,
  }
}

function dress(button: HTMLButtonElement, face: TrayFace): void {
  const name = face.tooltip === '' ? 'Tray icon' : face.tooltip
  button.dataset['state'] = face.state
  button.title = name
  button.setAttribute('aria-label', name)
  if (face.menu !== null) button.setAttribute('aria-haspopup', 'menu')
  const icon = element('img', { alt: '', class: face.template ? 'icon template' : 'icon', src: face.image })
  const picture = face.image === '' ? element('span', { class: 'icon missing' }, '?') : icon
  button.replaceChildren(picture, ...(face.title === '' ? [] : [face.title]))
}
