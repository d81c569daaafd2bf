/** DIP, from the upper left corner of the main screen; likewise below. */
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Rectangle extends Point, Size {}

/** A screen, as far as positioning needs it (Electron's `Display`). */
export interface Screen {
  readonly id: number
  readonly bounds: Rectangle
  /** Without the system's bars. */
  readonly workArea: Rectangle
  readonly scaleFactor: number
}

/** Identifies a screen with its size and scale. */
export const screenKey = ({ id, bounds: { width, height }, scaleFactor }: Screen): string =>
  `${id}:${width}x${height}@${scaleFactor}`

/** The rectangle moved into the area, and shrunk if it is larger; its upper left corner is always inside. */
export function movedInside(bounds: Rectangle, area: Rectangle): Rectangle {
  const width = Math.min(bounds.width, area.width)
  const height = Math.min(bounds.height, area.height)
  return {
    x: Math.max(area.x, Math.min(bounds.x, area.x + area.width - width)),
    y: Math.max(area.y, Math.min(bounds.y, area.y + area.height - height)),
    width,
    height,
  }
}

export const isInside = ({ x, y }: Point, area: Rectangle): boolean =>
  x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height

/** The screen that has the largest part of the rectangle, otherwise the nearest one. There is at least one screen. */
export function screenOf(bounds: Rectangle, screens: readonly Screen[]): Screen {
  return screens.reduce((best, one) => (closeness(bounds, one) > closeness(bounds, best) ? one : best))
}

/** Positive: how much they share, DIP². Negative: how far apart they are. */
function closeness(bounds: Rectangle, { bounds: screen }: Screen): number {
  const across = shared(bounds.x, bounds.width, screen.x, screen.width)
  const down = shared(bounds.y, bounds.height, screen.y, screen.height)
  return across > 0 && down > 0 ? across * down : Math.min(across, 0) + Math.min(down, 0)
}

const shared = (from: number, length: number, start: number, span: number): number =>
  Math.min(from + length, start + span) - Math.max(from, start)
