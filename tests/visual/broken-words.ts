import type { Page } from 'playwright-core'

/** Words and phone numbers that are broken across two lines on the page in its current state. */
export const brokenWords = (page: Page): Promise<readonly string[]> => page.evaluate(findBroken)

/** Runs inside the page, so it can't use anything from outside. */
function findBroken(): readonly string[] {
  const LONGEST = 20 // letters: longer text, such as an address, may have to break
  const found: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const [at, text] = [node.parentElement, node.nodeValue ?? '']
    if (at === null || at.closest('.unseen, option, textarea') !== null) continue
    if (!at.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
    const numbers = text.matchAll(/(?<!\S)\+?\d[\d\s-]{6,18}\d(?!\S)/g)
    for (const { 0: piece, index } of [...text.matchAll(/\S+/g), ...numbers]) {
      if (piece.length > LONGEST || /\p{L}[-/]\p{L}/u.test(piece)) continue
      const range = document.createRange()
      range.setStart(node, index)
      range.setEnd(node, index + piece.length)
      const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom)))
      if (lines.size > 1) found.push(`broken: “${piece}” in “${text.trim().slice(0, 60)}”`)
    }
  }
  return found
}
