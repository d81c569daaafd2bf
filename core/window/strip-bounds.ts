import { movedInside } from './screens.ts'
import type { Point, Rectangle, Size } from './screens.ts'

/** The folded window: one row for each call. With large text its page requests more height. */
export const STRIP_WIDTH = 392
export const STRIP_ROW = 56

/**
 * The folded window's bounds: always within those of the open one, so that unfolding never takes it from under the
 * pointer. `offset`: where it is in the open window; null for the nearer of the work area's upper and lower edges.
 */
export function stripBounds(
  open: Rectangle,
  offset: Point | null,
  height: number,
  workArea: Rectangle,
): Rectangle {
  const atBottom = open.y + open.height / 2 > workArea.y + workArea.height / 2
  const y = offset?.y ?? (atBottom ? open.height - height : 0)
  const strip = { x: open.x + (offset?.x ?? 0), y: open.y + y, width: STRIP_WIDTH, height }
  return movedInside(strip, open)
}

/** The open window's bounds after the folded one was moved there, and where that is in them. */
export function openAround(
  strip: Rectangle,
  open: Size,
  workArea: Rectangle,
): { readonly bounds: Rectangle; readonly offset: Point } {
  const inside = movedInside(strip, workArea)
  const lower = inside.y + inside.height / 2 > workArea.y + workArea.height / 2
  const wanted = {
    x: inside.x,
    y: lower ? inside.y + inside.height - open.height : inside.y,
    width: open.width,
    height: open.height,
  }
  const bounds = movedInside(wanted, workArea)
  return { bounds, offset: { x: inside.x - bounds.x, y: inside.y - bounds.y } }
}
