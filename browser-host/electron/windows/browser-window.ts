import { EventEmitter } from 'node:events'
import type { Desktop } from '../../desktop/desktop.ts'
import { MENU_BAR_HEIGHT } from '../../desktop/displays.ts'
import type { Rectangle, WindowFace } from '../../desktop/desktop-state.ts'
import { played } from '../../played.ts'
import { createHostEvent } from '../host-event.ts'
import { HostContents } from './web-contents.ts'
import type { HostWindows } from './host-windows.ts'

type Options = Electron.BrowserWindowConstructorOptions
type Played = Pick<
  Electron.BrowserWindow,
  | 'id'
  | 'loadURL'
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'focus'
  | 'blur'
  | 'isVisible'
  | 'isFocused'
  | 'isMinimized'
  | 'isDestroyed'
  | 'close'
  | 'destroy'
  | 'getBounds'
  | 'setBounds'
  | 'getPosition'
  | 'setPosition'
  | 'getSize'
  | 'setSize'
  | 'getTitle'
  | 'setTitle'
  | 'center'
  | 'moveTop'
  | 'restore'
  | 'setAlwaysOnTop'
  | 'setSkipTaskbar'
  | 'setVisibleOnAllWorkspaces'
  | 'setBackgroundColor'
  | 'setMenuBarVisibility'
  | 'removeMenu'
  | 'flashFrame'
  | 'setMenu'
>

const DRAWN_WITHIN_MS = 5_000 // a page in a background tab may load nothing; the app must not wait for ever

export interface WindowParts {
  readonly desktop: Desktop
  readonly windows: HostWindows
  readonly session: object
  /** Title of a window that gives none. */
  readonly appName: string
  /** Rejects when the app's own page can't be had. */
  readonly check: (id: number) => Promise<void>
  readonly created: (contents: HostContents) => void
  readonly after: (ms: number, run: () => void) => () => void
}

/** Electron's `BrowserWindow` as a frame on the desktop, at its real size and place. */
export function createBrowserWindow(parts: WindowParts) {
  const { desktop, windows, after } = parts
  return class BrowserWindow extends EventEmitter implements Played {
    readonly id = windows.nextId()
    readonly webContents: HostContents
    /** The preload's file, for the frame. */
    readonly preload: string
    private readonly focusable: boolean
    private settle: (() => void) | null = null

    static getAllWindows() {
      return [...windows.all()]
    }

    static getFocusedWindow() {
      return [...windows.all()].find((window) => window.isFocused()) ?? null
    }

    constructor(options: Options = {}) {
      super()
      const { width = 800, height = 600 } = options
      const middle = centred(workArea(desktop), width, height)
      this.preload = options.webPreferences?.preload ?? ''
      this.focusable = options.focusable ?? true
      desktop.windows.set(this.id, {
        id: this.id,
        title: options.title ?? parts.appName,
        src: '',
        load: 0,
        bounds: { x: options.x ?? middle.x, y: options.y ?? middle.y, width, height },
        visible: false,
        focused: false,
      })
      this.webContents = played('WebContents', new HostContents(this.id, desktop, parts.session))
      const self = played('BrowserWindow', this)
      windows.add(self)
      parts.created(this.webContents)
      if (options.show ?? true) self.show()
      return self
    }

    private face(): WindowFace {
      const face = desktop.windows.get(this.id)
      if (face === undefined) throw new TypeError('Object has been destroyed')
      return face
    }

    private change(change: Partial<WindowFace>): void {
      desktop.windows.set(this.id, { ...this.face(), ...change })
      desktop.changed()
    }

    async loadURL(url: string): Promise<void> {
      const { host, pathname, search, hash } = new URL(url)
      this.webContents.began(url)
      try {
        await parts.check(this.id)
      } catch (error) {
        this.webContents.emit('did-fail-load', createHostEvent(), -2, 'ERR_FAILED', url, true)
        throw new Error(`ERR_FAILED (-2) loading '${url}'`, { cause: error })
      }
      if (this.isDestroyed()) return
      const drawn = this.drawn()
      this.change({
        src: `/window/${this.id}/${host}${pathname}${search}${hash}`,
        load: this.face().load + 1,
      })
      await drawn
    }

    private drawn(): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<undefined>()
      const forget = after(desktop.pageCount() === 0 ? 0 : DRAWN_WITHIN_MS, () => this.hasLoaded())
      this.settle = () => {
        forget()
        this.settle = null
        resolve(undefined)
      }
      return promise
    }

    /** A page has loaded the frame: also when it does so again after a reload of the desktop. */
    hasLoaded(): void {
      if (this.isDestroyed()) return
      this.webContents.loaded()
      if (this.settle !== null) this.emit('ready-to-show')
      this.settle?.()
    }

    /** Its page's process is gone: the frame is blank until the app does something about it. */
    crash(): void {
      this.change({ src: 'about:blank', load: this.face().load + 1 })
      this.webContents.crash()
    }

    /** Its page answers no more. Electron says so after a while; here it is said at once. */
    hang(): void {
      this.webContents.hang()
      this.emit('unresponsive')
    }

    show(): void {
      this.appear()
      this.focus()
    }

    showInactive(): void {
      this.appear()
    }

    private appear(): void {
      if (this.face().visible) return
      this.change({ visible: true })
      this.emit('show')
    }

    hide(): void {
      if (!this.face().visible) return
      this.blur()
      this.change({ visible: false })
      this.emit('hide')
    }

    focus(): void {
      if (!this.focusable || !this.face().visible || this.face().focused) return
      for (const other of windows.all()) if (other.id !== this.id) other.blur()
      this.change({ focused: true })
      this.emit('focus')
    }

    blur(): void {
      if (!this.face().focused) return
      this.change({ focused: false })
      this.emit('blur')
    }

    isVisible(): boolean {
      return this.face().visible
    }

    isFocused(): boolean {
      return this.face().focused
    }

    isMinimized(): boolean {
      return false
    }

    isDestroyed(): boolean {
      return !desktop.windows.has(this.id)
    }

    close(): void {
      const event = createHostEvent()
      this.emit('close', event)
      if (!event.defaultPrevented) this.destroy()
    }

    destroy(): void {
      if (this.isDestroyed()) return
      desktop.windows.delete(this.id)
      desktop.changed()
      this.settle?.()
      this.webContents.gone()
      windows.remove(this.id)
      this.emit('closed')
    }

    getBounds(): Rectangle {
      return { ...this.face().bounds }
    }

    setBounds(bounds: Partial<Rectangle>): void {
      const before = this.face().bounds
      const now = { ...before, ...bounds }
      this.change({ bounds: now })
      if (now.width !== before.width || now.height !== before.height) this.emit('resize')
      if (now.x !== before.x || now.y !== before.y) this.emit('move')
    }

    getPosition(): number[] {
      return [this.face().bounds.x, this.face().bounds.y]
    }

    setPosition(x: number, y: number): void {
      this.setBounds({ x, y })
    }

    getSize(): number[] {
      return [this.face().bounds.width, this.face().bounds.height]
    }

    setSize(width: number, height: number): void {
      this.setBounds({ width, height })
    }

    center(): void {
      const { width, height } = this.face().bounds
      this.setBounds(centred(workArea(desktop), width, height))
    }

    getTitle(): string {
      return this.face().title
    }

    setTitle(title: string): void {
      this.change({ title })
    }

    // One desktop without task bar, other programs or window frames: there is nothing for these to change.
    moveTop(): void {}
    restore(): void {}
    setAlwaysOnTop(): void {}
    setSkipTaskbar(): void {}
    setVisibleOnAllWorkspaces(): void {}
    setBackgroundColor(): void {}
    setMenuBarVisibility(): void {}
    flashFrame(): void {}
    removeMenu(): void {}
    setMenu(): void {}
  }
}

const workArea = (desktop: Desktop): Rectangle => {
  const { width, height } = desktop.screen()
  return { x: 0, y: MENU_BAR_HEIGHT, width, height: height - MENU_BAR_HEIGHT }
}

const centred = (area: Rectangle, width: number, height: number): Rectangle => ({
  x: Math.round(area.x + (area.width - width) / 2),
  y: Math.round(area.y + (area.height - height) / 2),
  width,
  height,
})
