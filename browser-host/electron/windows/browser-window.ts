import type { Desktop } from '../../desktop/desktop.ts'
import type { WindowFace } from '../../desktop/desktop-state.ts'
import { simulated, type PartOf } from '../../simulated.ts'
import type { SimulatedSystem } from '../../simulated-system.ts'
import { createHostEvent } from '../host-event.ts'
import { BoundedWindow, SAYS_LATER_MS } from './bounded-window.ts'
import type { Front } from './front.ts'
import { HostContents } from './web-contents.ts'
import type { HostWindows } from './host-windows.ts'
import { centredOn } from './window-position.ts'
import { windowWays } from './window-ways.ts'

const DRAWN_WITHIN_MS = 5_000 // a page in a background tab may load nothing, and the app must not wait forever

export interface WindowParts {
  readonly desktop: Desktop
  readonly windows: HostWindows
  readonly system: SimulatedSystem
  readonly front: Front
  readonly session: object
  /** Title of a window without one. */
  readonly appName: string
  /** Rejects if the app's own page can't be loaded. */
  readonly check: (id: number) => Promise<void>
  readonly created: (contents: HostContents) => void
  readonly after: (ms: number, run: () => void) => () => void
}

/** Electron's `BrowserWindow` as a frame on the desktop, at its real size and position. */
export function createBrowserWindow(parts: WindowParts) {
  const { desktop, windows, front, after } = parts
  const ways = windowWays(parts.system)

  return class BrowserWindow extends BoundedWindow implements PartOf<Electron.BrowserWindow, 'webContents'> {
    readonly id = windows.nextId()
    readonly webContents: HostContents
    /** The preload's file, for the frame. */
    readonly preload: string
    private takesFocus: boolean
    private readonly isPanel: boolean
    private settle: (() => void) | null = null
    /** Whether the app wants it on screen. */
    private wanted = false
    /** The visibility that the app was last told, by `show` or `hide`. */
    private said = false
    /** Whether its page has loaded without a `ready-to-show` yet. */
    private undrawn = false

    static getAllWindows() {
      return [...windows.all()]
    }

    static getFocusedWindow() {
      return [...windows.all()].find((window) => window.isFocused()) ?? null
    }

    constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
      super(options, ways, after)
      const { width = 800, height = 600 } = options
      const middle = centredOn(desktop, width, height)
      const paints = options.paintWhenInitiallyHidden ?? true // shell/browser/api/electron_api_browser_window.cc:50
      this.preload = options.webPreferences?.preload ?? ''
      this.takesFocus = options.focusable ?? true
      this.isPanel = options.type === 'panel'
      desktop.windows.set(this.id, {
        id: this.id,
        title: options.title ?? parts.appName,
        src: '',
        load: 0,
        bounds: { x: options.x ?? middle.x, y: options.y ?? middle.y, width, height },
        visible: false,
        pageVisible: paints,
        drawn: paints && ways.drawsHidden,
        movable: this.takesFocus || ways.movesUnfocusable,
        resizable: options.resizable ?? true,
        level: (options.alwaysOnTop ?? false) && ways.floats ? 'floating' : '',
        focused: false,
      })
      this.webContents = simulated('WebContents', new HostContents(this.id, desktop, parts.session))
      const self = simulated('BrowserWindow', this)
      windows.add(self)
      parts.created(this.webContents)
      if (options.show ?? true) self.show()
      return self
    }

    protected face(): WindowFace {
      const face = desktop.windows.get(this.id)
      if (face === undefined) throw new TypeError('Object has been destroyed')
      return face
    }

    protected change(change: Partial<WindowFace>): void {
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
      const loaded = this.whenLoaded()
      this.change({
        src: `/window/${this.id}/${host}${pathname}${search}${hash}`,
        load: this.face().load + 1,
      })
      await loaded
    }

    private whenLoaded(): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<undefined>()
      const forget = after(desktop.pageCount() === 0 ? 0 : DRAWN_WITHIN_MS, () => this.hasLoaded())
      this.settle = () => {
        forget()
        this.settle = null
        resolve(undefined)
      }
      return promise
    }

    /** A page has loaded the frame, including after a reload of the desktop. */
    hasLoaded(): void {
      if (this.isDestroyed()) return
      this.webContents.loaded()
      if (this.settle !== null) this.undrawn = true
      this.sayDrawn()
      this.settle?.()
    }

    // With its first layout, which a page that isn't drawn never has (shell/browser/api/electron_api_web_contents.cc:2359).
    private sayDrawn(): void {
      if (!this.undrawn || !this.face().drawn) return
      this.undrawn = false
      process.nextTick(() => this.isDestroyed() || this.emit('ready-to-show')) // lib/browser/api/web-contents.ts:760
    }

    /** Its page's process is gone: the frame is blank until the app reacts. */
    crash(): void {
      this.change({ src: 'about:blank', load: this.face().load + 1 })
      this.webContents.crash()
    }

    /** Its page no longer responds. Electron reports this after a while; here it is reported immediately. */
    hang(): void {
      this.webContents.hang()
      this.emit('unresponsive')
    }

    show(): void {
      if (!this.isPanel) front.activate()
      this.wanted = true
      this.appear()
      if (ways.focusComesFirst) this.focus()
      this.say('show')
      this.focus()
    }

    showInactive(): void {
      this.wanted = true
      this.appear()
      this.say('show')
    }

    hide(): void {
      this.wanted = false
      this.appear()
      this.blur()
      if (!this.isDestroyed()) this.say('hide')
    }

    /** Shows or hides it: it is visible if the app wants that and the whole program isn't hidden. */
    appear(): void {
      const visible = this.wanted && !front.isHidden()
      if (this.face().visible !== visible) this.change({ visible, pageVisible: visible, drawn: visible })
      if (visible) this.sayDrawn()
      if (ways.saysEachCall) return
      after(SAYS_LATER_MS, () => {
        if (this.isDestroyed() || this.face().visible === this.said) return
        this.said = this.face().visible
        this.emit(this.said ? 'show' : 'hide')
      })
    }

    private say(what: 'show' | 'hide'): void {
      if (ways.saysEachCall) this.emit(what)
    }

    focus(): void {
      if (!this.takesFocus || !this.face().visible || this.face().focused) return
      if (!this.isPanel) front.activate()
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

    isFocusable(): boolean {
      return this.takesFocus
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

    getTitle(): string {
      return this.face().title
    }

    setFocusable = (on: boolean): void => void (this.takesFocus = ways.setsFocusable ? on : this.takesFocus)
    // One desktop without task bar or workspaces: these have nothing to change.
    setSkipTaskbar(): void {}
    setVisibleOnAllWorkspaces(): void {}
    flashFrame(): void {}
  }
}
