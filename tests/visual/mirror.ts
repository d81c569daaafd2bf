import type { Page } from 'playwright-core'

/** The blocks of a view in page order: where each starts and ends, in CSS pixels from the side where reading starts. */
export type Blocks = readonly Block[]

interface Block {
  readonly what: string
  /** From the window side where a line starts to the same side of the block. */
  readonly start: number
  readonly width: number
  /** Borders and paddings, from the side where a line starts. */
  readonly edges: readonly [borderStart: number, borderEnd: number, paddingStart: number, paddingEnd: number]
}

/** Reads them in the page's direction. */
export const readBlocks = (page: Page): Promise<Blocks> =>
  page.evaluate(() => {
    const isMirrored = getComputedStyle(document.documentElement).direction === 'rtl'
    return [...document.querySelectorAll('header, main, nav, article, section, form, fieldset, ul, .panel')]
      .filter((one) => one.checkVisibility() && one.closest('.unseen') === null)
      .map((one) => {
        const { left, right, width } = one.getBoundingClientRect()
        const style = getComputedStyle(one)
        const sides = isMirrored ? (['Right', 'Left'] as const) : (['Left', 'Right'] as const)
        const [borderStart, borderEnd] = sides.map((side) => parseFloat(style[`border${side}Width`]))
        const [paddingStart, paddingEnd] = sides.map((side) => parseFloat(style[`padding${side}`]))
        return {
          what: [one.localName, ...one.classList].join('.'),
          start: isMirrored ? innerWidth - right : left,
          width,
          edges: [borderStart ?? 0, borderEnd ?? 0, paddingStart ?? 0, paddingEnd ?? 0],
        }
      })
  })

const WITHIN = 2 // CSS pixels: how edges are rounded

/** Where one of the two isn't the mirror image of the other, in words. */
export function mirrorTroubles(one: Blocks, other: Blocks): readonly string[] {
  const [names, otherNames] = [one, other].map((blocks) => blocks.map(({ what }) => what).join(' '))
  if (names !== otherNames) return [`other blocks: ${otherNames}; not: ${names}`]
  return one.flatMap(({ what, start, width, edges }, index) => {
    const twin = other[index]
    if (twin === undefined) return []
    const offs = [
      start - twin.start,
      width - twin.width,
      ...edges.map((edge, at) => edge - (twin.edges[at] ?? 0)),
    ]
    return offs.some((off) => Math.abs(off) > WITHIN)
      ? [`not mirrored: ${what}, off by ${offs.map(Math.round).join(', ')} px`]
      : []
  })
}
