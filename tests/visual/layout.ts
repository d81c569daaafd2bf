import type { Page } from 'playwright-core'

/** The skeleton of a view, in the order of the page: what is there, and where its edges are, in CSS pixels. */
export type Layout = readonly Box[]

export interface Box {
  /** Element and name, such as `button Copy number`. */
  readonly what: string
  readonly x: number
  readonly width: number
}

/** Reads it from the page. */
export const readLayout = (page: Page): Promise<Layout> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'header, main, nav, article, section, .panel, h1, h2, h3, button, input, select',
      ),
    ]
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && box.height > 1)
      .map(({ one, box }) => {
        const tag = one.localName
        const named = tag === 'button' || /^h\d$/.test(tag)
        const name = named
          ? (one.getAttribute('aria-label') ?? one.textContent.trim().replaceAll(/\s+/g, ' '))
          : ''
        return { what: `${tag} ${name}`.trim(), x: Math.round(box.x), width: Math.round(box.width) }
      }),
  )

/** What stretches from edge to edge whatever the font. */
const FIRM = /^(header|main|nav|article|section|div)$/
const FIRM_WITHIN = 2 // CSS pixels: how edges are rounded

/** Where a layout drawn with other fonts is another layout: things that came or went, edges that moved, in words. */
export function layoutChanges(was: Layout, is: Layout, windowWidth: number): readonly string[] {
  const [before, now] = [was, is].map((layout) => layout.map(({ what }) => what))
  if (before?.join('\n') !== now?.join('\n'))
    return [`was: ${before?.join(' | ')}`, `is: ${now?.join(' | ')}`]
  return is.flatMap(({ what, x, width }, index) => {
    const other = was[index]
    const moved =
      FIRM.test(what) && other !== undefined && Math.max(Math.abs(other.x - x), Math.abs(other.width - width))
    return [
      ...(moved !== false && moved > FIRM_WITHIN ? [`${what} moved by ${moved} px`] : []),
      ...(x < 0 || x + width > windowWidth ? [`${what} reaches out of the window`] : []),
    ]
  })
}
