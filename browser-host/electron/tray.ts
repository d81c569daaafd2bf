import { EventEmitter } from 'node:events'
import type { Desktop } from '../desktop/desktop.ts'
import type { TrayFace } from '../desktop/desktop-state.ts'
import { MENU_BAR_HEIGHT } from '../desktop/displays.ts'
import { simulated, type PartOf } from '../simulated.ts'
import type { SimulatedSystem } from '../simulated-system.ts'
import { createHostEvent } from './host-event.ts'
import type { HostMenu } from './menu.ts'
import { trayIcon } from './tray-icon.ts'

const ICON_WIDTH = 28 // px, until the page has reported where the icon is

/**
 * Electron's `Tray`, behaving as on GNOME: with a menu, a click opens it and a double click is the app's `click`;
 * without one, each click is. On Linux there are no other events (shell/browser/ui/tray_icon_linux.cc:96), no bounds
 * (tray_icon.cc:15), and an icon created while nothing showed icons uses a legacy protocol for good
 * (tray_icon_linux.cc:78), which GNOME and KDE don't support.
 */
export function createTray(desktop: Desktop, { platform }: SimulatedSystem) {
  let lastId = 0
  const linux = platform === 'linux'
  return class Tray
    extends EventEmitter
    implements PartOf<Electron.Tray, 'popUpContextMenu' | 'setContextMenu'>
  {
    private readonly id = ++lastId
    private readonly stop: () => void
    private readonly oldKind = linux && !desktop.system().trayHost
    private face: TrayFace | null
    private menu: HostMenu | null = null
    /** The menu that the app popped up last, instead of its own. */
    private poppedUp: HostMenu | null = null
    private bounds: Electron.Rectangle | null = null

    constructor(image: string) {
      super()
      this.face = { id: this.id, tooltip: '', title: '', menu: null, ...trayIcon(image) }
      this.draw()
      const self = simulated('Tray', this)
      this.stop = desktop.subscribe((message) => {
        if (message.type === 'system') this.draw()
        if (!('id' in message) || message.id !== this.id) return
        if (message.type === 'tray') self.did(message.did)
        if (message.type === 'tray-bounds') this.bounds = message.bounds
        if (message.type === 'menu') (this.poppedUp ?? this.menu)?.choose(message.command)
      })
      return self
    }

    private draw(): void {
      if (this.face !== null && !this.oldKind && desktop.system().trayHost)
        desktop.trays.set(this.id, this.face)
      else desktop.trays.delete(this.id)
      desktop.changed()
    }

    private did(what: 'click' | 'double-click' | 'right-click'): void {
      const event = createHostEvent()
      const at = this.getBounds()
      if (what === 'double-click') this.emit('click', event, at, desktop.pointer())
      if (what === 'click' || !linux) this.emit(what, event, at, desktop.pointer())
    }

    private alive(): TrayFace {
      if (this.face === null) throw new Error('Tray is destroyed')
      return this.face
    }

    private change(change: Partial<TrayFace>): void {
      this.face = { ...this.alive(), ...change }
      this.draw()
    }

    setImage(image: string): void {
      this.change(trayIcon(image))
    }

    setToolTip(toolTip: string): void {
      this.change({ tooltip: toolTip })
    }

    // Only on macOS (shell/browser/api/electron_api_tray.cc:243, :271).
    setTitle(title: string): void {
      this.change(platform === 'darwin' ? { title } : {})
    }

    getTitle(): string {
      return this.alive().title
    }

    setContextMenu(menu: HostMenu | null): void {
      this.menu = menu
      this.poppedUp = null
      this.change({ menu: menu?.faces() ?? null })
    }

    popUpContextMenu(menu: HostMenu | null = this.menu): void {
      this.poppedUp = menu
      desktop.send({ type: 'popup', id: this.id, menu: menu?.faces() ?? [] })
    }

    getBounds(): Electron.Rectangle {
      this.alive()
      if (linux) return { x: 0, y: 0, width: 0, height: 0 }
      const x = desktop.screen().width - 2 * ICON_WIDTH
      return this.bounds ?? { x, y: 0, width: ICON_WIDTH, height: MENU_BAR_HEIGHT }
    }

    destroy(): void {
      this.stop()
      this.face = null
      this.draw()
    }

    isDestroyed(): boolean {
      return this.face === null
    }
  }
}
