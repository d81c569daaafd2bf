import { EventEmitter } from 'node:events'
import type { Desktop } from '../desktop/desktop.ts'
import { MENU_BAR_HEIGHT } from '../desktop/displays.ts'
import { played } from '../played.ts'
import { createHostEvent } from './host-event.ts'
import type { HostMenu } from './menu.ts'
import { imageFace } from './native-image.ts'

type Played = Pick<
  Electron.Tray,
  'setToolTip' | 'setTitle' | 'getTitle' | 'getBounds' | 'destroy' | 'isDestroyed'
>

const ICON_WIDTH = 28 // px, until the page has said where the icon is

/**
 * Electron's `Tray`, with GNOME's manners: with a menu set a click opens it and a double click is the app's `click`;
 * without one each click is.
 */
export function createTray(desktop: Desktop) {
  let lastId = 0
  return class Tray extends EventEmitter implements Played {
    private readonly id = ++lastId
    private readonly stop: () => void
    private menu: HostMenu | null = null
    /** What the app popped up last, in its own menu's place. */
    private poppedUp: HostMenu | null = null
    private bounds: Electron.Rectangle | null = null

    constructor(image: unknown) {
      super()
      const empty = { id: this.id, tooltip: '', title: '', menu: null }
      desktop.trays.set(this.id, { ...empty, ...imageFace(image) })
      desktop.changed()
      const self = played('Tray', this)
      this.stop = desktop.subscribe((message) => {
        if (!('id' in message) || message.id !== this.id) return
        if (message.type === 'tray') self.did(message.did)
        if (message.type === 'tray-bounds') this.bounds = message.bounds
        if (message.type === 'menu') (this.poppedUp ?? this.menu)?.choose(message.command)
      })
      return self
    }

    private did(what: 'click' | 'double-click' | 'right-click'): void {
      const event = createHostEvent()
      const at = this.getBounds()
      if (what === 'double-click') this.emit('click', event, at, desktop.pointer())
      this.emit(what, event, at, desktop.pointer())
    }

    private change(change: Partial<Parameters<Desktop['trays']['set']>[1]>): void {
      const face = desktop.trays.get(this.id)
      if (face === undefined) throw new Error('Tray is destroyed')
      desktop.trays.set(this.id, { ...face, ...change })
      desktop.changed()
    }

    setImage(image: unknown): void {
      this.change(imageFace(image))
    }

    setToolTip(toolTip: string): void {
      this.change({ tooltip: toolTip })
    }

    setTitle(title: string): void {
      this.change({ title })
    }

    getTitle(): string {
      return desktop.trays.get(this.id)?.title ?? ''
    }

    setContextMenu(menu: HostMenu | null): void {
      this.menu = menu
      this.poppedUp = null
      this.change({ menu: menu?.faces() ?? null })
    }

    popUpContextMenu(menu: HostMenu | null = this.menu): void {
      this.poppedUp = menu
      desktop.tell({ type: 'popup', id: this.id, menu: menu?.faces() ?? [] })
    }

    getBounds(): Electron.Rectangle {
      const x = desktop.screen().width - 2 * ICON_WIDTH
      return this.bounds ?? { x, y: 0, width: ICON_WIDTH, height: MENU_BAR_HEIGHT }
    }

    destroy(): void {
      this.stop()
      desktop.trays.delete(this.id)
      desktop.changed()
    }

    isDestroyed(): boolean {
      return !desktop.trays.has(this.id)
    }
  }
}
