import type { DisplayFace, Rectangle } from './desktop-state.ts'
import type { PluggedDisplay } from './from-page.ts'

export const MENU_BAR_HEIGHT = 32 // px; page/desktop.css has the same

/** What is plugged in by default: one display, as large as the page. */
export const ONE_DISPLAY: readonly PluggedDisplay[] = [{ name: 'Desktop page', scale: 1, bar: 0 }]

/** The displays next to each other, starting from the left with the main one: each has an equal part of the page. */
export function displaysOn(
  { width, height }: Rectangle,
  plugged: readonly PluggedDisplay[],
  idOf: (name: string) => number,
): readonly DisplayFace[] {
  const part = Math.floor(width / plugged.length)
  return plugged.map(({ name, scale, bar }, index) => {
    const x = index * part
    const bounds = { x, y: 0, width: index === plugged.length - 1 ? width - x : part, height }
    const workArea = { ...bounds, y: MENU_BAR_HEIGHT, height: height - MENU_BAR_HEIGHT - bar }
    return { id: idOf(name), name, scale, bounds, workArea }
  })
}
