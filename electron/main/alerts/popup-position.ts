import { CORNERS, type Corner, type PopupPlace } from '../../../core/settings/screen-kinds.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import {
  isInside,
  movedInside,
  screenKey,
  type Point,
  type Rectangle,
  type Screen,
  type Size,
} from '../../../core/window/screens.ts'

const GAP = 16 // px from the work area's edge, like the systems' own notifications
const SNAP = 48 // px: a popup that is released this close to a corner is meant to be in it

export interface Displays {
  readonly all: readonly Screen[]
  readonly primary: Screen
  /** The display with the pointer. */
  readonly pointed: Screen
}

/** The chosen display; the primary one when that is gone. */
export function popupDisplay({ all, primary, pointed }: Displays, chosen: Settings['popupDisplay']): Screen {
  if (chosen === 'pointer') return pointed
  return all.find(({ id }) => `${id}` === chosen) ?? primary
}

/** Identifies this display within this set of displays, with their sizes and scales: a position is stored for each. */
export function positionKey({ all }: Displays, { id }: Screen): string {
  return `${all.map(screenKey).toSorted().join(' ')} > ${id}`
}

/** Where the popup belongs: where the user dragged it on these displays, else in its corner. */
export interface PopupWish {
  readonly place: PopupPlace | undefined
  readonly corner: Settings['popupCorner']
}

/** The popup's bounds, in DIP: always inside the display's work area. */
export function popupBounds(
  { workArea: area }: Screen,
  wanted: Size,
  { place, corner }: PopupWish,
  platform: NodeJS.Platform,
): Rectangle {
  const size = { width: Math.min(wanted.width, area.width), height: Math.min(wanted.height, area.height) }
  const { x, y } =
    place !== undefined && 'x' in place
      ? place
      : inCorner(place?.corner ?? cornerFor(corner, platform), size, area)
  return movedInside({ x: area.x + x, y: area.y + y, ...size }, area)
}

/** The place that the user means by releasing the popup there: a corner, if it is close to one. */
export function droppedPlace(bounds: Rectangle, { workArea: area }: Screen): PopupPlace {
  const at = { x: Math.round(bounds.x - area.x), y: Math.round(bounds.y - area.y) }
  const corner = CORNERS.find((one) => {
    const { x, y } = inCorner(one, bounds, area)
    return Math.abs(x - at.x) <= SNAP && Math.abs(y - at.y) <= SNAP
  })
  return corner === undefined ? at : { corner }
}

/** The upper right one, or the lower right one on macOS, whose own notifications are in the upper. */
function cornerFor(corner: Settings['popupCorner'], platform: NodeJS.Platform): Corner {
  if (corner !== 'away') return corner
  return platform === 'darwin' ? 'bottom-right' : 'top-right'
}

/** From the work area's upper left corner. */
function inCorner(corner: Corner, { width, height }: Size, area: Size): Point {
  return {
    x: corner.endsWith('left') ? GAP : area.width - width - GAP,
    y: corner.startsWith('top') ? GAP : area.height - height - GAP,
  }
}

/** Which display the popup is on while it shows. */
export interface PopupDisplay {
  now(): Screen
  /** The user dragged it to this point. */
  put(point: Point): Screen
  /** It is gone: the next one appears where the pointer is then. */
  free(): void
}

/**
 * If the pointer decides, it decides once: a popup that jumped to another screen with every change could not be
 * clicked. It moves only when its display is unplugged.
 */
export function createPopupDisplay(
  displays: () => Displays,
  chosen: () => Settings['popupDisplay'],
): PopupDisplay {
  let held: number | null = null

  function now(): Screen {
    const there = displays()
    const wanted = popupDisplay(there, chosen())
    const stays = chosen() === 'pointer' ? there.all.find(({ id }) => id === held) : undefined
    const display = stays ?? wanted
    held = display.id
    return display
  }

  return {
    now,
    put(point) {
      held = displays().all.find(({ bounds }) => isInside(point, bounds))?.id ?? held
      return now()
    },
    free: () => void (held = null),
  }
}
