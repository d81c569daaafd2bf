import { EventEmitter } from 'node:events'
import type { Rectangle, WindowFace } from '../../desktop/desktop-state.ts'
import { HostBounds } from './host-bounds.ts'
import type { WindowWays } from './window-ways.ts'

/** The part of Electron's `BrowserWindow` that is about where it is: bounds, limits, and above what. */
export abstract class BoundedWindow extends EventEmitter {
  private readonly bounds: HostBounds
  private readonly ways: WindowWays
  private everywhere = false
  private raised = false

  constructor(
    options: Electron.BrowserWindowConstructorOptions,
    ways: WindowWays,
    after: (ms: number, run: () => void) => unknown,
  ) {
    super()
    this.ways = ways
    this.raised = options.alwaysOnTop ?? false
    this.bounds = new HostBounds({
      ways,
      resizable: options.resizable ?? true,
      least: { width: options.minWidth ?? 0, height: options.minHeight ?? 0 },
      most: { width: options.maxWidth ?? 0, height: options.maxHeight ?? 0 },
      read: () => this.face().bounds,
      write: (bounds) => this.change({ bounds }),
      emit: (event) => this.isDestroyed() || this.emit(event),
      after,
    })
  }

  abstract isDestroyed(): boolean
  protected abstract face(): WindowFace
  protected abstract change(change: Partial<WindowFace>): void

  getBounds(): Rectangle {
    return this.bounds.seen()
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.bounds.set(bounds)
  }

  /** The user moves or resizes it. */
  dragged(bounds: Partial<Rectangle>): void {
    this.bounds.drag(bounds)
  }

  getPosition(): number[] {
    const { x, y } = this.bounds.seen()
    return [x, y]
  }

  setPosition(x: number, y: number): void {
    this.bounds.set({ x, y })
  }

  getSize(): number[] {
    return [this.face().bounds.width, this.face().bounds.height]
  }

  setSize(width: number, height: number): void {
    this.bounds.set({ width, height })
  }

  getMinimumSize(): number[] {
    return this.bounds.minimum()
  }

  setMinimumSize(width: number, height: number): void {
    this.bounds.limitFrom(width, height)
  }

  getMaximumSize(): number[] {
    return this.bounds.maximum()
  }

  setMaximumSize(width: number, height: number): void {
    this.bounds.limitTo(width, height)
  }

  setAlwaysOnTop(on: boolean, level = 'floating'): void {
    this.raised = on
    this.change({ level: on && this.ways.floats ? level : '' })
  }

  isAlwaysOnTop(): boolean {
    return this.raised // native_window_views.cc:1219: what was requested, whether the desktop does it or not
  }

  setVisibleOnAllWorkspaces(on: boolean): void {
    this.everywhere = on && this.ways.isEverywhere
  }

  isVisibleOnAllWorkspaces(): boolean {
    return this.everywhere
  }
}
