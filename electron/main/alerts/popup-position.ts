import type { Point, Rectangle, Size } from 'electron/main'
import type { Settings } from '../../../core/settings/settings.ts'

const GAP = 16 // px from the work area's edge, like the systems' own notifications

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

/**
 * The popup's bounds, in DIP: where the user dragged it on these displays, else the upper right corner, or the lower
 * right one on macOS, whose own notifications are in the upper. Always inside the display's work area.
 */
export function popupBounds(
  display: DisplayFace,
  size: Size,
  saved: Point | undefined,
  platform: NodeJS.Platform,
): Rectangle {
  const { workArea: area } = display
  const width = Math.min(size.width, area.width)
  const height = Math.min(size.height, area.height)
  const wanted = saved ?? {
    x: area.width - width - GAP,
    y: platform === 'darwin' ? area.height - height - GAP : GAP,
  }
  return {
    x: area.x + Math.max(0, Math.min(wanted.x, area.width - width)),
    y: area.y + Math.max(0, Math.min(wanted.y, area.height - height)),
    width,
    height,
  }
}
