import { join } from 'node:path'
import { dequal } from 'dequal'
import type { MenuItemConstructorOptions, Rectangle, Tray } from 'electron/main'
import { createListeners } from '../../../core/listeners.ts'
import type { TrayAction, TrayIcon, TrayItem, TrayView } from '../../../core/alerts/tray.ts'
import { attempt } from '../system/attempt.ts'

/** The icon next to the clock. It appears with the first view. */
export interface TrayShow {
  render(view: TrayView): void
  /** Creates the icon again with its current state, for a desktop that couldn't show it when it was created. */
  renew(): void
  /** False shows an empty image of its size instead: for blinking. */
  show(visible: boolean): void
  /** Where the icon is; null if the system doesn't report it (Linux). */
  bounds(): Rectangle | null
  /** Each returns a function that unsubscribes. */
  readonly onAction: (listener: (action: TrayAction) => void) => () => void
  readonly onClick: (listener: () => void) => () => void
  end(): void
}

export type NativeTray = Pick<
  Tray,
  'setImage' | 'setToolTip' | 'setContextMenu' | 'popUpContextMenu' | 'getBounds' | 'on' | 'destroy'
>

export interface TrayParts {
  readonly create: (image: string) => NativeTray
  /** The icon's file. Electron finds the @2x next to it by its path. */
  readonly image: (icon: TrayIcon | 'blank') => string
  readonly buildMenu: (items: MenuItemConstructorOptions[]) => Electron.Menu
  readonly platform: NodeJS.Platform
  /** The system refused the icon; retried with the next change. */
  readonly onFailed: () => void
}

export function createTray(parts: TrayParts): TrayShow {
  const { create, image, buildMenu, platform } = parts
  const actions = createListeners<[TrayAction]>()
  const clicks = createListeners<[]>()
  let native: NativeTray | null = null
  let menu: Electron.Menu | null = null
  let shown: TrayView | null = null

  function appear(view: TrayView): NativeTray | null {
    const made = attempt(() => create(image(view.icon)))
    if (made === null) {
      // A missing icon must not stop watching.
      parts.onFailed()
      return null
    }
    made.on('click', () => clicks.call())
    // On macOS a context menu would handle the left click as well.
    if (platform === 'darwin') made.on('right-click', () => menu !== null && made.popUpContextMenu(menu))
    return made
  }

  function render(view: TrayView): void {
    if (dequal(view, shown)) return
    const isNew = native === null
    native ??= appear(view)
    if (native === null) return
    if (!isNew && view.icon !== shown?.icon) native.setImage(image(view.icon))
    native.setToolTip(view.tooltip)
    menu = buildMenu(menuTemplate(view.menu, actions.call))
    // Linux sends no right click and forgets the menu at each change: set it again with every one.
    if (platform !== 'darwin') native.setContextMenu(menu)
    shown = view
  }

  return {
    render,
    renew() {
      if (native === null || shown === null) return
      const view = shown
      native.destroy()
      native = null
      shown = null
      render(view)
    },
    show(visible) {
      if (shown !== null) native?.setImage(image(visible ? shown.icon : 'blank'))
    },
    bounds() {
      const bounds = native?.getBounds()
      return bounds === undefined || bounds.width === 0 ? null : bounds
    },
    onAction: actions.add,
    onClick: clicks.add,
    end() {
      native?.destroy()
      native = null
    },
  }
}

/**
 * The tray icon's file (`blank`: an empty one of its size): a template image on macOS (@2x is found by name), .ico on
 * Windows, PNG elsewhere.
 */
export function iconPath(resources: string, icon: TrayIcon | 'blank', platform: NodeJS.Platform): string {
  const ending = platform === 'darwin' ? 'Template.png' : platform === 'win32' ? '.ico' : '.png'
  return join(resources, 'tray', `${icon}${ending}`)
}

/** The view's menu as Electron takes it. An entry without an action is text to read. */
export function menuTemplate(
  items: readonly TrayItem[],
  act: (action: TrayAction) => void,
): MenuItemConstructorOptions[] {
  return items.map((item): MenuItemConstructorOptions => {
    switch (item.kind) {
      case 'line':
        return { type: 'separator' }
      case 'submenu':
        return { label: plain(item.label), submenu: menuTemplate(item.items, act) }
      case 'entry': {
        const { action, label, chosen } = item
        const mark = chosen === undefined ? {} : { type: 'radio' as const, checked: chosen }
        return action === null
          ? { label: plain(label), enabled: false, ...mark }
          : { label: plain(label), click: () => act(action), ...mark }
      }
    }
  })
}

/** Windows and Linux take a single & as the sign of a shortcut. */
const plain = (label: string): string => label.replaceAll('&', '&&')
