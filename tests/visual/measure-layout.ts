import type { Page } from 'playwright-core'

/** What is wrong with the visible boxes, in words: cut off, overlapping, outside the window or scrolling sideways. */
export const measureLayout = (page: Page): Promise<readonly string[]> => page.evaluate(findTroubles)

/** Runs inside the page, so it can't use anything from outside. */
function findTroubles(): readonly string[] {
  const SLACK = 1.5 // CSS pixels: how edges are rounded
  const SLIVER = 2 // of what is scrolled away: too little to hit with certainty
  const CONTROLS = 'button, a[href], input, select, textarea, summary'
  const BLOCKS = `header, main, nav, article, section, form, fieldset, li, .panel, ${CONTROLS}`

  interface Seen {
    readonly at: Element
    readonly box: DOMRect
    /** The part that isn't scrolled away or cut off. */
    readonly part: DOMRect
  }

  const troubles: string[] = []
  const seen = [...document.querySelectorAll(BLOCKS)].flatMap(visible)
  const controls = seen.filter(({ at }) => at.matches(CONTROLS))
  for (const { at, box } of seen) {
    if (box.left < -SLACK || box.right > innerWidth + SLACK) troubles.push(`out of the window: ${named(at)}`)
    const cutter = cutBy(at, box)
    if (cutter !== null) troubles.push(`cut off at its side: ${named(at)} by ${named(cutter)}`)
  }
  for (const one of controls) {
    const { left, top, width, height } = one.part
    const front = document.elementFromPoint(left + width / 2, top + height / 2)
    if (front !== null && !belongs(front, one.at) && !isLifted(front, one.at))
      troubles.push(`covered: ${named(one.at)} by ${named(front)}`)
  }
  seen.forEach((one, index) => {
    for (const other of seen.slice(index + 1))
      if (overlap(one, other)) troubles.push(`overlap: ${named(one.at)} and ${named(other.at)}`)
  })
  for (const at of document.querySelectorAll('*')) {
    if (at.scrollWidth > at.clientWidth + SLACK && /auto|scroll/.test(getComputedStyle(at).overflowX))
      troubles.push(`scrolls sideways: ${named(at)}`)
  }
  const { scrollWidth, scrollHeight } = document.documentElement
  if (scrollWidth > innerWidth + SLACK || scrollHeight > innerHeight + SLACK)
    troubles.push(`the page is ${scrollWidth} × ${scrollHeight} px in ${innerWidth} × ${innerHeight}`)
  return [...new Set(troubles)]

  function named(at: Element): string {
    const name = at.getAttribute('aria-label') ?? at.textContent.trim().replaceAll(/\s+/g, ' ').slice(0, 40)
    return `${[at.localName, ...at.classList].join('.')} “${name}”`
  }

  function visible(at: Element): readonly Seen[] {
    if (!at.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return []
    if (at.closest('.unseen') !== null) return []
    const box = at.getBoundingClientRect()
    let { left, right, top, bottom } = box
    for (let one = at.parentElement; one !== null; one = one.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(one)
      const edge = one.getBoundingClientRect()
      if (overflowX !== 'visible') [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)]
      if (overflowY !== 'visible') [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)]
    }
    ;[top, bottom] = [Math.max(top, 0), Math.min(bottom, innerHeight)]
    if (right - left <= SLIVER || bottom - top <= SLIVER) return []
    return [{ at, box, part: new DOMRect(left, top, right - left, bottom - top) }]
  }

  /** What hides one of its sides although nothing can be scrolled. */
  function cutBy(at: Element, box: DOMRect): Element | null {
    for (let one = at.parentElement; one !== null; one = one.parentElement) {
      const { overflowX } = getComputedStyle(one)
      const edge = one.getBoundingClientRect()
      const isOver = box.left < edge.left - SLACK || box.right > edge.right + SLACK
      if (/auto|scroll/.test(overflowX)) return null // reported as scrolling sideways
      if (isOver && /hidden|clip/.test(overflowX)) return one
    }
    return null
  }

  function belongs(front: Element, at: Element): boolean {
    return at.contains(front) || (at.closest('label')?.contains(front) ?? false)
  }

  function overlap(one: Seen, other: Seen): boolean {
    if (one.at.contains(other.at) || other.at.contains(one.at)) return false
    const x = Math.min(one.part.right, other.part.right) - Math.max(one.part.left, other.part.left)
    const y = Math.min(one.part.bottom, other.part.bottom) - Math.max(one.part.top, other.part.top)
    return x > SLACK && y > SLACK && !isLifted(one.at, other.at) && !isLifted(other.at, one.at)
  }

  /** In front on purpose, with its own background: a menu, a sticky heading. */
  function isLifted(front: Element, back: Element): boolean {
    for (let one: Element | null = front; one !== null && !one.contains(back); one = one.parentElement) {
      const { position, backgroundColor } = getComputedStyle(one)
      if (/absolute|fixed|sticky/.test(position) && !/, 0\)$|^transparent$/.test(backgroundColor)) return true
    }
    return false
  }
}
