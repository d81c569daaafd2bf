import type { Rectangle } from '../../desktop/desktop-state.ts'
import type { HostContents } from './web-contents.ts'

/** A window as the rest of the host needs it. */
export interface HostWindow {
  readonly id: number
  readonly preload: string
  readonly webContents: HostContents
  hasLoaded(): void
  crash(): void
  hang(): void
  /** Shows or hides it, as the app wants and depending on whether the whole program is hidden. */
  appear(): void
  focus(): void
  blur(): void
  isFocused(): boolean
  isDestroyed(): boolean
  /** The user moves or resizes it. */
  dragged(bounds: Partial<Rectangle>): void
  close(): void
}

/** All existing windows. */
export interface HostWindows {
  nextId(): number
  add(window: HostWindow): void
  remove(id: number): void
  get(id: number): HostWindow | undefined
  all(): Iterable<HostWindow>
  /** Asks each to close; false if one refused. */
  closeAll(): boolean
}

export function createHostWindows(onLastClosed: () => void): HostWindows {
  const windows = new Map<number, HostWindow>()
  let lastId = 0
  return {
    nextId: () => ++lastId,
    add: (window) => void windows.set(window.id, window),
    remove(id) {
      if (windows.delete(id) && windows.size === 0) onLastClosed()
    },
    get: (id) => windows.get(id),
    all: () => [...windows.values()],
    closeAll() {
      for (const window of [...windows.values()]) window.close()
      return windows.size === 0
    },
  }
}
