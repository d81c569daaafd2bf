import type { Link } from './link.ts'

/** Moves windows for a person who drags one with Alt held, as desktops do; a window's own page hears none of that. */
export function moveWindows(place: HTMLElement, link: Link, idOf: (frame: Element) => number | null): void {
  let dragged: { readonly id: number; readonly dx: number; readonly dy: number } | null = null

  const holdAlt = (held: boolean): void => void place.classList.toggle('moving', held)
  document.addEventListener('keydown', ({ key }) => key === 'Alt' && holdAlt(true))
  document.addEventListener('keyup', ({ key }) => key === 'Alt' && holdAlt(false))

  document.addEventListener('pointerdown', ({ clientX, clientY, altKey }) => {
    if (!altKey) return
    const frame = [...place.querySelectorAll('iframe')].findLast((one) => covers(one, clientX, clientY))
    const id = frame === undefined ? null : idOf(frame)
    if (frame === undefined || id === null) return
    const { left, top } = frame.getBoundingClientRect()
    dragged = { id, dx: clientX - left, dy: clientY - top }
  })
  document.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (dragged === null) return
    const [x, y] = [clientX - dragged.dx, clientY - dragged.dy]
    link.say({ type: 'window-moved', id: dragged.id, x, y })
  })
  document.addEventListener('pointerup', ({ clientX, clientY }) => {
    if (dragged !== null) link.say({ type: 'pointer', x: clientX, y: clientY })
    dragged = null
  })
}

function covers(frame: HTMLElement, x: number, y: number): boolean {
  const { left, top, right, bottom } = frame.getBoundingClientRect()
  return !frame.hidden && x >= left && x < right && y >= top && y < bottom
}
