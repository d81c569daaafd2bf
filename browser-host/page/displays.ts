import type { DisplayFace } from '../desktop/desktop-state.ts'
import type { PluggedDisplay } from '../desktop/from-page.ts'
import { element, place } from './element.ts'

/** Draws the displays: an outline with a name for each, if there are several. */
export function createDisplays(container: HTMLElement): (displays: readonly DisplayFace[]) => void {
  return (displays) =>
    container.replaceChildren(
      ...(displays.length < 2 ? [] : displays).map(({ name, scale, bounds }) => {
        const outline = element('li', { class: 'display' }, scale === 1 ? name : `${name}, scale ${scale}`)
        place(outline, bounds)
        return outline
      }),
    )
}

/**
 * Displays as a tester writes them, the main one first: `Laptop @1.5, Wall /48` means a laptop's display with scale
 * 1.5, and one with a bar of 48 px at its lower edge. An empty text means none.
 */
export function readDisplays(text: string): readonly PluggedDisplay[] {
  const parts = text.split(',').map((part) => /^\s*(.+?)\s*(?:@([\d.]+))?\s*(?:\/(\d+))?\s*$/.exec(part))
  return parts.flatMap((part) =>
    part === null ? [] : [{ name: part[1] ?? '', scale: Number(part[2] ?? 1), bar: Number(part[3] ?? 0) }],
  )
}
