import type { MenuFace } from '../desktop/desktop-state.ts'
import { element } from './element.ts'

/** A menu that is open on the page. */
export interface OpenMenu {
  readonly node: HTMLElement
  /** To be called when the app changes the menu while it's open. */
  update(items: readonly MenuFace[]): void
}

export interface MenuHandlers {
  readonly choose: (command: number) => void
  readonly close: () => void
}

/** A menu with the usual keys: arrows, Home, End, Escape; a submenu opens in place. */
export function openMenu(label: string, items: readonly MenuFace[], handlers: MenuHandlers): OpenMenu {
  const node = element('div', { role: 'menu', class: 'menu', 'aria-label': label })
  const opened = new Set<string>()

  const entries = (): HTMLElement[] => [...node.querySelectorAll<HTMLElement>('[role^=menuitem]')]

  function draw(now: readonly MenuFace[]): void {
    const focused = entries().findIndex((entry) => entry === document.activeElement)
    node.replaceChildren(...now.flatMap((item) => drawItem(item)))
    if (focused >= 0) entries()[Math.min(focused, entries().length - 1)]?.focus()
  }

  function drawItem(item: MenuFace): Node[] {
    if (item.kind === 'line') return [element('hr', { role: 'separator' })]
    if (item.kind === 'submenu') return drawSubmenu(item)
    const checked = item.kind === 'check' ? String(item.checked) : null
    const entry = button(item, {
      role: checked === null ? 'menuitem' : 'menuitemcheckbox',
      'aria-checked': checked,
    })
    entry.addEventListener('click', () => {
      if (!item.enabled) return
      handlers.close()
      handlers.choose(item.command)
    })
    return [entry]
  }

  function drawSubmenu(item: MenuFace): Node[] {
    const open = opened.has(item.label)
    const entry = button(item, { role: 'menuitem', 'aria-haspopup': 'menu', 'aria-expanded': String(open) })
    const group = element('div', { role: 'group', class: 'submenu', 'aria-label': item.label })
    group.append(...item.items.flatMap((inner) => drawItem(inner)))
    group.hidden = !open
    entry.addEventListener('click', () => {
      group.hidden = !group.hidden
      entry.setAttribute('aria-expanded', String(!group.hidden))
      if (group.hidden) opened.delete(item.label)
      else opened.add(item.label)
    })
    return [entry, group]
  }

  function move(key: string): boolean {
    const shown = entries().filter((entry) => entry.offsetParent !== null)
    const at = shown.findIndex((entry) => entry === document.activeElement)
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 }[key]
    if (to === undefined) return false
    shown.at(to % Math.max(1, shown.length))?.focus()
    return true
  }

  node.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') handlers.close()
    else if (!move(event.key)) return
    event.preventDefault()
  })
  draw(items)
  return { node, update: draw }
}

/** A disabled entry can still be reached and read, as in a native menu. */
const button = (item: MenuFace, attributes: Readonly<Record<string, string | null>>): HTMLButtonElement =>
  element(
    'button',
    { type: 'button', tabindex: '-1', 'aria-disabled': item.enabled ? null : 'true', ...attributes },
    item.label,
  )
