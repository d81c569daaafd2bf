import { movedInside, type Point, type Rectangle, type Size } from './screens.ts'

const GAP = 8 // px between the window and what it is next to

export interface PositionInput {
  readonly size: Size
  /** The tray icon's bounds; null if the system doesn't report them (Linux). */
  readonly tray: Rectangle | null
  readonly cursor: Point
  /** The work area of the display with the tray icon, otherwise of the one with the cursor. */
  readonly workArea: Rectangle
}

/**
 * The window's top left corner, in DIP: centred on the tray icon and on the inner side of its bar, else in the
 * corner of the work area nearest to the cursor. Always inside the work area.
 */
export function windowPosition({ size, tray, cursor, workArea }: PositionInput): Point {
  const wanted = tray === null ? corner(size, cursor, workArea) : beside(size, tray, workArea)
  const { x, y } = movedInside({ ...wanted, ...size }, workArea)
  return { x, y }
}

function beside(size: Size, tray: Rectangle, area: Rectangle): Point {
  const x = Math.round(tray.x + tray.width / 2 - size.width / 2)
  const y = Math.round(tray.y + tray.height / 2 - size.height / 2)
  // A bar at the left or right edge: the icon lies outside the work area sideways.
  if (tray.x + tray.width <= area.x) return { x: area.x + GAP, y }
  if (tray.x >= area.x + area.width) return { x: area.x + area.width - size.width - GAP, y }
  const above = tray.y + tray.height / 2 < area.y + area.height / 2
  return {
    x,
    y: above
      ? Math.max(tray.y + tray.height, area.y) + GAP
      : Math.min(tray.y, area.y + area.height) - size.height - GAP,
  }
}

function corner(size: Size, cursor: Point, area: Rectangle): Point {
  const left = cursor.x < area.x + area.width / 2
  const top = cursor.y < area.y + area.height / 2
  return {
    x: left ? area.x + GAP : area.x + area.width - size.width - GAP,
    y: top ? area.y + GAP : area.y + area.height - size.height - GAP,
  }
}
