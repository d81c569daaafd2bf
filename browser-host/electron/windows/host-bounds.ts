import type { Rectangle } from '../../desktop/desktop-state.ts'
import type { WindowWays } from './window-ways.ts'

const SAYS_LATER_MS = 20 // the system's own event comes a moment after the change, so any value works

interface Size {
  readonly width: number
  readonly height: number
}

export interface HostBoundsParts {
  readonly ways: Pick<WindowWays, 'placesWindows' | 'saysBoundsLater'>
  readonly resizable: boolean
  /** 0 for no limit. */
  readonly least: Size
  readonly most: Size
  readonly read: () => Rectangle
  readonly write: (bounds: Rectangle) => void
  readonly emit: (event: 'resize' | 'move') => void
  readonly after: (ms: number, run: () => void) => unknown
}

/** A window's bounds and its size limits, as the app and the user change them. */
export class HostBounds {
  private readonly parts: HostBoundsParts
  private least: Size
  private most: Size

  constructor(parts: HostBoundsParts) {
    this.parts = parts
    this.least = parts.least
    this.most = parts.most
  }

  /** As the app sees them: Wayland reports no position (docs/api/browser-window.md, getBounds). */
  seen(): Rectangle {
    const bounds = this.parts.read()
    return this.parts.ways.placesWindows ? { ...bounds } : { ...bounds, x: 0, y: 0 }
  }

  minimum(): number[] {
    return [this.least.width, this.least.height]
  }

  maximum(): number[] {
    return [this.most.width, this.most.height]
  }

  limitFrom(width: number, height: number): void {
    this.least = { width, height }
  }

  limitTo(width: number, height: number): void {
    this.most = { width, height }
  }

  /** The app sets them. Under Wayland a window that exists stays as it is (docs/api/browser-window.md, “Platform notices”). */
  set(wanted: Partial<Rectangle>): void {
    if (!this.parts.ways.placesWindows) return
    const { resizable } = this.parts
    const now = { ...this.parts.read(), ...wanted }
    // native_window_views.cc:914: the limits of a window that isn't resizable follow it.
    if (!resizable) this.least = this.most = { width: now.width, height: now.height }
    this.apply(now)
  }

  /** The user moves or resizes it, which the system allows everywhere, within the limits. */
  drag(wanted: Partial<Rectangle>): void {
    const { x, y, width, height } = { ...this.parts.read(), ...wanted }
    const before = this.parts.read()
    this.apply(this.parts.resizable ? { x, y, width, height } : { ...before, x, y })
  }

  private apply(wanted: Rectangle): void {
    const { read, write, emit, ways, after } = this.parts
    const before = read()
    const now = {
      ...wanted,
      width: within(wanted.width, this.least.width, this.most.width),
      height: within(wanted.height, this.least.height, this.most.height),
    }
    write(now)
    const say = (): void => {
      if (now.width !== before.width || now.height !== before.height) emit('resize')
      if (now.x !== before.x || now.y !== before.y) emit('move')
    }
    if (ways.saysBoundsLater) after(SAYS_LATER_MS, say)
    else say()
  }
}

/** native_window_mac.mm:732; Windows and window managers do the same. 0 is no limit. */
const within = (value: number, least: number, most: number): number =>
  most === 0 ? Math.max(least, value) : Math.min(Math.max(least, value), most)
