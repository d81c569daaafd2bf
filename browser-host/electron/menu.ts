import type { MenuFace } from '../desktop/desktop-state.ts'
import { simulated } from '../simulated.ts'
import { createHostEvent } from './host-event.ts'

type Template = Electron.MenuItemConstructorOptions

/** One entry, as far as this host reads it. */
interface Item {
  readonly command: number
  readonly label: string
  readonly type: NonNullable<Template['type']>
  readonly visible: boolean
  enabled: boolean
  checked: boolean
  readonly submenu: HostMenu | null
  readonly click: () => void
}

export interface MenuParts {
  /** What the role `quit` does. */
  readonly quit: () => void
}

/** Electron's `Menu`: built from templates, shown by the tray. */
export function createMenu(parts: MenuParts) {
  let lastCommand = 0
  const build = (template: readonly Template[]): HostMenu => {
    const items = template.map((entry): Item => itemOf(entry, ++lastCommand, build, parts.quit))
    return simulated('Menu', new HostMenu(items))
  }
  return simulated('Menu', {
    buildFromTemplate: build,
    /** The desktop has no place for it. */
    setApplicationMenu: () => undefined,
  })
}

/** A built menu: what the page shows of it, and what a chosen command does. */
export class HostMenu {
  private readonly items: readonly Item[]

  constructor(items: readonly Item[]) {
    this.items = items
  }

  faces(): readonly MenuFace[] {
    return this.items.filter((item) => item.visible).map(face)
  }

  /** Runs the entry with that command; does nothing if it is gone or disabled. */
  choose(command: number): void {
    const item = this.flat().find((candidate) => candidate.command === command)
    if (item === undefined || !item.enabled) return
    if (item.type === 'checkbox') item.checked = !item.checked
    item.click()
  }

  private flat(): readonly Item[] {
    return this.items.flatMap((item) => [item, ...(item.submenu?.flat() ?? [])])
  }
}

function itemOf(
  entry: Template,
  command: number,
  build: (template: readonly Template[]) => HostMenu,
  quit: () => void,
): Item {
  const submenu =
    entry.submenu instanceof HostMenu
      ? entry.submenu
      : Array.isArray(entry.submenu)
        ? build(entry.submenu)
        : null
  const item: Item = {
    command,
    label: entry.label ?? roleLabel(entry.role),
    type: entry.type ?? (submenu === null ? 'normal' : 'submenu'),
    visible: entry.visible ?? true,
    enabled: entry.enabled ?? true,
    checked: entry.checked ?? false,
    submenu,
    click() {
      if (entry.role === 'quit') quit()
      else if (entry.click !== undefined)
        Reflect.apply(entry.click, undefined, [item, undefined, createHostEvent()])
    },
  }
  return item
}

const roleLabel = (role: Template['role']): string =>
  role === undefined ? '' : role.charAt(0).toUpperCase() + role.slice(1)

const face = (item: Item): MenuFace => ({
  command: item.command,
  kind: kindOf(item),
  // A single ampersand marks the access key; two show one.
  label: item.label.replaceAll(/&(.)/g, '$1'),
  enabled: item.enabled,
  checked: item.checked,
  items: item.submenu?.faces() ?? [],
})

function kindOf(item: Item): MenuFace['kind'] {
  if (item.type === 'separator') return 'line'
  if (item.submenu !== null) return 'submenu'
  return item.type === 'checkbox' || item.type === 'radio' ? 'check' : 'entry'
}
