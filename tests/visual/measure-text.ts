import type { Page } from 'playwright-core'

/**
 * What is wrong with the text on the page in its current state, in words: clipped, outside the window, or over other
 * text.
 */
export const measureText = (page: Page): Promise<readonly string[]> => page.evaluate(findTroubles)

/** Runs inside the page, so it can't use anything from outside. */
function findTroubles(): readonly string[] {
  const SLACK = 1.5 // CSS pixels: how edges are rounded, and how far letters reach beyond their box
  const OVER = 3 // an overlap of this size in both directions counts as one text over another

  interface Piece {
    readonly text: string
    readonly at: Element
    /** The part that isn't scrolled away. */
    readonly box: DOMRect
  }
  const described = (at: Element, text: string): string =>
    `${at.closest('[class]')?.className ?? at.localName}: “${text}”`
  const styles = new Map<Element, CSSStyleDeclaration>()
  const styleOf = (element: Element): CSSStyleDeclaration => {
    const known = styles.get(element) ?? getComputedStyle(element)
    styles.set(element, known)
    return known
  }
  const ancestors = (element: Element): readonly Element[] => {
    const chain: Element[] = []
    for (let one: Element | null = element; one !== null; one = one.parentElement) chain.push(one)
    return chain
  }
  const cuts = (value: string): boolean => value === 'hidden' || value === 'clip'
  const scrolls = (value: string): boolean => value === 'auto' || value === 'scroll'
  const reachable = (element: Element): boolean => element.closest('[title]') !== null

  const troubles: string[] = []
  const pieces: Piece[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const at = node.parentElement
    const text = (node.nodeValue ?? '').trim()
    if (at === null || text === '' || !/[\p{L}\p{N}]/u.test(text) || at.localName === 'option') continue
    if (!at.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
    if (at.closest('.unseen') !== null) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const rect of range.getClientRects()) {
      if (rect.width <= 1 || rect.height <= 1) continue
      pieces.push(...visiblePart(at, text, rect))
    }
  }
  pieces.forEach((piece, index) => {
    for (const other of pieces.slice(index + 1))
      if (other.at !== piece.at && overlap(piece, other))
        troubles.push(`overlap: ${described(piece.at, piece.text)} and ${described(other.at, other.text)}`)
  })
  if (document.documentElement.scrollWidth > innerWidth + SLACK)
    troubles.push(`the page is ${document.documentElement.scrollWidth} px wide in ${innerWidth}`)
  return [...new Set(troubles)]

  /** Reports what is cut off, and returns what remains visible. */
  function visiblePart(at: Element, text: string, rect: DOMRect): readonly Piece[] {
    let { left, right, top, bottom } = rect
    let [watchX, watchY] = [true, true]
    for (const one of ancestors(at)) {
      const style = styleOf(one)
      if (style.display === 'inline') continue
      const box = one.getBoundingClientRect()
      const inner = { left: box.left + one.clientLeft, top: box.top + one.clientTop }
      const [innerRight, innerBottom] = [inner.left + one.clientWidth, inner.top + one.clientHeight]
      if (scrolls(style.overflowX)) watchX = false
      if (scrolls(style.overflowY)) watchY = false
      const wide = right > innerRight + SLACK || left < inner.left - SLACK
      const high = bottom > innerBottom + SLACK * 2 || top < inner.top - SLACK * 2
      if (watchX && wide && cuts(style.overflowX) && !reachable(at))
        troubles.push(`clipped at its side: ${described(at, text)} in ${described(one, '')}`)
      if (watchY && high && cuts(style.overflowY) && !reachable(at))
        troubles.push(`clipped below or above: ${described(at, text)} in ${described(one, '')}`)
      if (style.overflowX !== 'visible')
        [left, right] = [Math.max(left, inner.left), Math.min(right, innerRight)]
      if (style.overflowY !== 'visible')
        [top, bottom] = [Math.max(top, inner.top), Math.min(bottom, innerBottom)]
    }
    if (right - left <= 1 || bottom - top <= 1) return []
    if (right > innerWidth + SLACK || left < -SLACK)
      troubles.push(`out of the window: ${described(at, text)}`)
    return [{ text, at, box: new DOMRect(left, top, right - left, bottom - top) }]
  }

  function overlap(one: Piece, other: Piece): boolean {
    const x = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
    const y = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
    return x > OVER && y > OVER && !covers(one.at, other.at) && !covers(other.at, one.at)
  }

  /** In front, with its own background: a menu, a sticky heading. */
  function covers(front: Element, back: Element): boolean {
    return ancestors(front).some((one) => {
      const { position, backgroundColor } = styleOf(one)
      const lifted = position === 'absolute' || position === 'fixed' || position === 'sticky'
      return lifted && !one.contains(back) && !/, 0\)$|^transparent$/.test(backgroundColor)
    })
  }
}
