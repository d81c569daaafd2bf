import type { WindowFace } from '../desktop/desktop-state.ts'
import type { Link } from './link.ts'

/** Moves windows by their pages' `app-region: drag`, as the frames report it. */
export function createAppRegions(link: Link): (face: WindowFace, message: object) => void {
  let from: { readonly id: number; readonly x: number; readonly y: number } | null = null
  return ({ id, bounds, movable }, message) => {
    const right: unknown = Reflect.get(message, 'right')
    const down: unknown = Reflect.get(message, 'down')
    if (typeof right !== 'number' || typeof down !== 'number' || !movable) return
    if (from?.id !== id || (right === 0 && down === 0)) from = { id, x: bounds.x, y: bounds.y }
    link.say({ type: 'window-moved', id, x: from.x + right, y: from.y + down })
  }
}
