import { EventEmitter } from 'node:events'
import type { Rectangle, WindowFace } from '../../desktop/desktop-state.ts'
import type { WindowWays } from './window-ways.ts'

export const SAYS_LATER_MS = 20 // the system's own event comes a moment after the change, so any value works

/** The part of Electron's `BrowserWindow` that is about where it is: bounds, limits, and above what. */
export abstract class BoundedWindow extends EventEmitter {
  private readonly ways: WindowWays
  private readonly after: (ms: number, run: () => void) => unknown
  private readonly userResizes: boolean
  /** Its size limits; 0 for none. */
  private least: Electron.Size
  private most: Electron.Size
  private raised: boolean

  constructor(
    options: Electron.BrowserWindowConstructorOptions,
    ways: WindowWays,
    after: (ms: number, run: () => void) => unknown,
  ) {
    super()
    this.ways = ways
    this.after = after
    this.userResizes = options.resizable ?? true
    this.least = { width: options.minWidth ?? 0, height: options.minHeight ?? 0 }
    this.most = { width: options.maxWidth ?? 0, height: options.maxHeight ?? 0 }
    this.raised = options.alwaysOnTop ?? false
  }

  abstract isDestroyed(): boolean
  protected abstract face(): WindowFace
  protected abstract change(change: Partial<WindowFace>): void

  /** As the app sees them: Wayland reports no position (docs/api/browser-window.md, getBounds). */
  getBounds(): Rectangle {
    const { bounds } = this.face()
    return this.ways.placesWindows ? { ...bounds } : { ...bounds, x: 0, y: 0 }
  }

  /** Under Wayland a window that exists stays as it is (docs/api/browser-window.md, “Platform notices”). */
  setBounds(bounds: Partial<Rectangle>): void {
    if (!this.ways.placesWindows) return
    const now = { ...this.face().bounds, ...bounds }
    // native_window_views.cc:914: the limits of a window that isn't resizable follow it.
    if (!this.userResizes) this.least = this.most = { width: now.width, height: now.height }
    this.apply(now)
  }

  /** The user moves or resizes it, which the system allows everywhere, within the limits. */
  dragged(bounds: Partial<Rectangle>): void {
    const before = this.face().bounds
    const now = { ...before, ...bounds }
    this.apply(this.userResizes ? now : { ...before, x: now.x, y: now.y })
  }

  private apply(wanted: Rectangle): void {
    const before = this.face().bounds
    const now = {
      ...wanted,
      width: within(wanted.width, this.least.width, this.most.width),
      height: within(wanted.height, this.least.height, this.most.height),
    }
    this.change({ bounds: now })
    const say = (): void => {
      const resized = now.width !== before.width || now.height !== before.height
      if (resized && !this.isDestroyed()) this.emit('resize')
      if ((now.x !== before.x || now.y !== before.y) && !this.isDestroyed()) this.emit('move')
    }
    if (this.ways.saysBoundsLater) this.after(SAYS_LATER_MS, say)
    else say()
  }

  getSize(): number[] {
    return [this.face().bounds.width, this.face().bounds.height]
  }

  setMinimumSize(width: number, height: number): void {
    this.least = { width, height }
  }

  setMaximumSize(width: number, height: number): void {
    this.most = { width, height }
  }

  setAlwaysOnTop(on: boolean, level = 'floating'): void {
    this.raised = on
    this.change({ level: on && this.ways.floats ? level : '' })
  }

  isAlwaysOnTop(): boolean {
    return this.raised // native_window_views.cc:1219: what was requested, whether the desktop does it or not
  }
}

/** native_window_mac.mm:732; Windows and window managers do the same. 0 is no limit. */
const within = (value: number, least: number, most: number): number =>
  most === 0 ? Math.max(least, value) : Math.min(Math.max(least, value), most)
