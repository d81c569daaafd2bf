import type { BrowserWindow } from 'electron/main'
import type { Clock } from '../../../core/clock.ts'
import { movedInside, screenOf } from '../../../core/window/screens.ts'
import type { Point, Rectangle, Screen, Size } from '../../../core/window/screens.ts'
import { openAround, stripBounds } from '../../../core/window/strip-bounds.ts'
import {
  lastPlace,
  windowBounds,
  WINDOW_LIMITS,
  withPlace,
  type WindowPlaces,
} from '../../../core/window/window-bounds.ts'
import { MAX_PLACES } from '../../../core/settings/screen-kinds.ts'

const SETTLED_MS = 400 // while the user moves or resizes a window, events are closer together
const ROUNDED_PX = 2 // at fractional scales a window isn't exactly where it was put

export type PlacedWindow = Pick<
  BrowserWindow,
  'setBounds' | 'getBounds' | 'setMinimumSize' | 'setMaximumSize' | 'isDestroyed' | 'isVisible' | 'on'
>

/** Where the window is, open and folded, and what the user made of that. */
export interface Placement {
  /** Where it would appear now. */
  wanted(): Rectangle
  /** Follows what the user does with a new native window. */
  follow(window: PlacedWindow): void
  /** Puts it where it appears: where it was last if it is pinned, else next to the tray. */
  appear(strip: number | null): void
  /** Open (null), or folded to a strip of this height. */
  put(strip: number | null): void
  /** Screens were connected, disconnected or changed. */
  refit(strip: number | null): void
  /** Stores where it is now. */
  store(): void
  /** The user is moving or resizing it. */
  isMoving(): boolean
  end(): void
}

export interface PlacementParts {
  readonly clock: Clock
  readonly isPinned: () => boolean
  readonly places: () => WindowPlaces
  readonly savePlaces: (places: WindowPlaces) => void
  readonly screens: () => readonly Screen[]
  readonly tray: () => Rectangle | null
  readonly cursor: () => Point
  /** False under Wayland, where a program neither sets nor knows where its windows are: only the size is stored. */
  readonly canPlace: boolean
}

export function createPlacement(parts: PlacementParts): Placement {
  const { clock, isPinned, places, screens, canPlace } = parts
  let native: PlacedWindow | null = null
  let open: Rectangle | null = null
  /** Where the strip is in the open window; null until the user moves it. */
  let offset: Point | null = null
  /** The bounds that were set last; other bounds are the user's. */
  let asked: Rectangle | null = null
  let folded = false
  let settle: (() => void) | null = null

  const existing = (): PlacedWindow | null => (native === null || native.isDestroyed() ? null : native)

  const wanted = (): Rectangle =>
    windowBounds({
      places: places(),
      screens: screens(),
      pinned: isPinned(),
      tray: parts.tray(),
      cursor: parts.cursor(),
    })

  function put(strip: number | null): void {
    const window = existing()
    if (window === null) return
    open ??= wanted()
    folded = strip !== null
    if (strip === null) return set(window, open, WINDOW_LIMITS.least, WINDOW_LIMITS.most)
    const bounds = stripBounds(open, offset, strip, areaAt(open))
    set(window, bounds, bounds, bounds)
  }

  /** With limits that allow it at every moment: macOS would shorten it to them, even between two calls. */
  function set(window: PlacedWindow, bounds: Rectangle, least: Size, most: Size): void {
    asked = bounds
    window.setMinimumSize(1, 1)
    window.setMaximumSize(WINDOW_LIMITS.most.width, WINDOW_LIMITS.most.height)
    window.setBounds({ ...bounds })
    window.setMinimumSize(Math.min(least.width, bounds.width), Math.min(least.height, bounds.height))
    window.setMaximumSize(most.width, most.height)
  }

  function appear(strip: number | null): void {
    open = wanted()
    offset = isPinned() ? (lastPlace(places(), screens())?.place.strip ?? null) : null
    put(strip)
  }

  function changed(): void {
    settle?.()
    settle = clock.after(SETTLED_MS, () => {
      settle = null
      take()
    })
  }

  function takeNow(): void {
    if (settle === null) return
    settle()
    settle = null
    take()
  }

  /** Takes over what the user did. */
  function take(): void {
    const window = existing()
    if (window === null || open === null || asked === null || !window.isVisible()) return
    const now = canPlace ? window.getBounds() : { ...window.getBounds(), x: asked.x, y: asked.y }
    if (isNear(now, asked)) return
    if (folded) ({ bounds: open, offset } = openAround({ ...now, ...sizeOf(asked) }, open, areaAt(now)))
    else open = now
    asked = now
    store()
  }

  const areaAt = (bounds: Rectangle): Rectangle => screenOf(bounds, screens()).workArea

  function store(): void {
    if (open !== null) parts.savePlaces(withPlace(places(), open, offset, screens(), MAX_PLACES))
  }

  return {
    wanted,
    follow(window) {
      native = window
      open = null
      asked = null
      folded = false
      window.on('move', changed)
      window.on('resize', changed)
    },
    appear,
    put(strip) {
      takeNow() // a move that hasn't settled yet is still the user's
      put(strip)
    },
    refit(strip) {
      if (existing()?.isVisible() !== true || open === null) return
      if (isPinned()) return appear(strip)
      open = movedInside(open, areaAt(open))
      put(strip)
    },
    store,
    isMoving: () => settle !== null,
    end: takeNow,
  }
}

const sizeOf = ({ width, height }: Size): Size => ({ width, height })

const isNear = (one: Rectangle, other: Rectangle): boolean =>
  (['x', 'y', 'width', 'height'] as const).every((side) => Math.abs(one[side] - other[side]) <= ROUNDED_PX)
