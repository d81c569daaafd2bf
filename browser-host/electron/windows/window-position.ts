import type { Desktop } from '../../desktop/desktop.ts'
import type { Rectangle } from '../../desktop/desktop-state.ts'
import { MENU_BAR_HEIGHT } from '../../desktop/displays.ts'

/** Where a window of this size appears if it specifies no position. */
export function centredOn(desktop: Desktop, width: number, height: number): Rectangle {
  const screen = desktop.screen()
  return {
    x: Math.round((screen.width - width) / 2),
    y: Math.round(MENU_BAR_HEIGHT + (screen.height - MENU_BAR_HEIGHT - height) / 2),
    width,
    height,
  }
}

/** Windows that a smaller screen would leave outside move back onto it. */
export function keepOnScreen(desktop: Desktop): void {
  const { width, height } = desktop.screen()
  for (const [id, face] of desktop.windows) {
    const x = Math.max(0, Math.min(face.bounds.x, width - face.bounds.width))
    const y = Math.max(MENU_BAR_HEIGHT, Math.min(face.bounds.y, height - face.bounds.height))
    if (x !== face.bounds.x || y !== face.bounds.y)
      desktop.windows.set(id, { ...face, bounds: { ...face.bounds, x, y } })
  }
  desktop.changed()
}
