import type { Point, Rectangle, Size } from 'electron/main'
import { CORNERS, type Corner, type PopupPlace } from '../../../core/settings/screen-kinds.ts'
import type { Settings } from '../../../core/settings/settings.ts'

const GAP = 16 // px from the work area's edge, like the systems' own notifications
const SNAP = 48 // px: a popup that is released this close to a corner is meant to be in it

/** A display, as far as positioning needs it (Electron's `Display`). */
export interface DisplayFace {
  readonly id: number
  readonly bounds: Rectangle
  readonly workArea: Rectangle
  readonly scaleFactor: number
}

export interface Displays {
  readonly all: readonly DisplayFace[]
  readonly primary: DisplayFace
  /** The display with the pointer. */
  readonly pointed: DisplayFace
}

/** The chosen display; the primary one when that is gone. */
export function popupDisplay(
  { all, primary, pointed }: Displays,
  chosen: Settings['popupDisplay'],
): DisplayFace {
  if (chosen === 'pointer') return pointed
  return all.find(({ id }) => `${id}` === chosen) ?? primary
}

/** Identifies this display within this set of displays, with their sizes and scales: a position is stored for each. */
export function positionKey({ all }: Displays, { id }: DisplayFace): string {
  const faces = all.map(
    ({ id: one, bounds: { width, height }, scaleFactor }) => `${one}:${width}x${height}@${scaleFactor}`,
  )
  return `${faces.toSorted().join(' ')} > ${id}`
}

/** Where the popup belongs: where the user dragged it on these displays, else in its corner. */
export interface PopupWish {
  readonly place: PopupPlace | undefined
  readonly corner: Settings['popupCorner']
}

/** The popup's bounds, in DIP: always inside the display's work area. */
export function popupBounds(
  { workArea: area }: DisplayFace,
  wanted: Size,
  { place, corner }: PopupWish,
  platform: NodeJS.Platform,
): Rectangle {
  const size = { width: Math.min(wanted.width, area.width), height: Math.min(wanted.height, area.height) }
  const { x, y } =
    place !== undefined && 'x' in place
      ? place
      : inCorner(place?.corner ?? cornerFor(corner, platform), size, area)
  return {
    x: area.x + Math.max(0, Math.min(x, area.width - size.width)),
    y: area.y + Math.max(0, Math.min(y, area.height - size.height)),
    ...size,
  }
}

/** The place that the user means by releasing the popup there: a corner, if it is close to one. */
export function droppedPlace(bounds: Rectangle, { workArea: area }: DisplayFace): PopupPlace {
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
