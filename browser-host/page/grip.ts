import type { Rectangle, WindowFace } from '../desktop/desktop-state.ts'
import { element } from './element.ts'
import type { Link } from './link.ts'

const OUTSIDE = 6 // px: like a system's, it is around the corner, outside the page

/** The lower right corner of a window, by which a person resizes it. */
export interface Grip {
  readonly element: HTMLElement
  /** Shows it where the window is now. */
  draw(): void
}

export function createGrip(link: Link, face: () => WindowFace): Grip {
  const grip = element('div', { class: 'grip', 'data-testid': 'grip', 'aria-hidden': 'true' })
  /** Where the pointer was pressed, and the window's size then. */
  let from: Rectangle | null = null

  grip.addEventListener('pointerdown', ({ pointerId, screenX: x, screenY: y }) => {
    const { width, height } = face().bounds
    from = { x, y, width, height }
    grip.setPointerCapture(pointerId)
  })
  grip.addEventListener('pointermove', ({ screenX, screenY }) => {
    if (from === null) return
    const width = from.width + screenX - from.x
    const height = from.height + screenY - from.y
    link.say({ type: 'window-resized', id: face().id, width, height })
  })
  grip.addEventListener('pointerup', () => (from = null))

  return {
    element: grip,
    draw() {
      const { bounds, visible, resizable, title } = face()
      grip.hidden = !visible || !resizable
      grip.dataset['of'] = title
      grip.style.left = `${bounds.x + bounds.width - OUTSIDE}px`
      grip.style.top = `${bounds.y + bounds.height - OUTSIDE}px`
    },
  }
}
