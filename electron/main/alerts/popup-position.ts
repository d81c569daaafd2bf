import type { Point, Rectangle, Size } from 'electron/main'
import type { Settings } from '../../../core/settings/settings.ts'

const GAP = 16 // px from the work area's edge, as the systems' own notifications keep

/** A display, as far as placing needs it (Electron's `Display`). */
export interface DisplayFace {
  readonly id: number
  readonly bounds: Rectangle
  readonly workArea: Rectangle
  readonly scaleFactor: number
}

export interface Displays {
  readonly all: readonly DisplayFace[]
  readonly primary: DisplayFace
  /** The one where the pointer is. */
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

/** Names this display within this set of displays, with their sizes and scales: a place is kept for each. */
export function placeKey({ all }: Displays, { id }: DisplayFace): string {
  const faces = all.map(
    ({ id: one, bounds: { width, height }, scaleFactor }) => `${one}:${width}x${height}@${scaleFactor}`,
  )
  return `${faces.toSorted().join(' ')} > ${id}`
}

/**
 * The popup's bounds, in DIP: where a person has put it among these displays, else in the upper right corner, or the
 * lower right one on macOS, whose own notifications are in the upper. Always inside the display's work area.
 */
export function placePopup(
  display: DisplayFace,
  size: Size,
  kept: Point | undefined,
  platform: NodeJS.Platform,
): Rectangle {
  const { workArea: area } = display
  const width = Math.min(size.width, area.width)
  const height = Math.min(size.height, area.height)
  const wanted = kept ?? {
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
