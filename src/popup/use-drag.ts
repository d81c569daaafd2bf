interface Drag {
  readonly pointer: number
  readonly x: number
  readonly y: number
  moved: boolean
}

export interface DragListeners {
  readonly onPointerdown: (event: PointerEvent) => void
  readonly onPointermove: (event: PointerEvent) => void
  readonly onPointerup: (event: PointerEvent) => void
  readonly onPointercancel: (event: PointerEvent) => void
}

/**
 * Listeners for dragging the entire window. A window that is never focused isn't moved by the system
 * everywhere (`app-region` does nothing on X11), so main receives how far the pointer moved: `drag`, whole CSS pixels
 * from the start, and `drop` at the end.
 */
export function useDrag(drag: (right: number, down: number) => void, drop: () => void): DragListeners {
  let held: Drag | null = null

  function end({ pointerId }: PointerEvent): void {
    if (held?.pointer !== pointerId) return
    if (held.moved) drop()
    held = null
  }

  return {
    onPointerdown({ button, pointerId, screenX: x, screenY: y, currentTarget }) {
      if (button !== 0 || held !== null) return
      held = { pointer: pointerId, x, y, moved: false }
      if (currentTarget instanceof Element) currentTarget.setPointerCapture(pointerId)
    },
    onPointermove({ pointerId, screenX, screenY }) {
      if (held?.pointer !== pointerId) return
      const [right, down] = [Math.round(screenX - held.x), Math.round(screenY - held.y)]
      if (right === 0 && down === 0 && !held.moved) return
      held.moved = true
      drag(right, down)
    },
    onPointerup: end,
    onPointercancel: end,
  }
}
