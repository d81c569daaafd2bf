import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visibleRows } from './visible-rows.ts'

/** Where rows of these heights start, and where the last one ends. */
function topsOf(heights: readonly number[]): Float64Array {
  const tops = new Float64Array(heights.length + 1)
  for (const [index, height] of heights.entries()) tops[index + 1] = (tops[index] ?? 0) + height
  return tops
}

const TENS = topsOf(Array.from({ length: 100 }, () => 10))
const drawn = (...args: Parameters<typeof visibleRows>): number[] =>
  visibleRows(...args).rows.map(({ index }) => index)

describe('visibleRows', () => {
  it('draws what reaches into the span, and what must always be drawn', () => {
    expect(drawn(TENS, { from: 25, to: 50 }, [])).toEqual([2, 3, 4])
    expect(drawn(TENS, { from: 25, to: 50 }, [99, 3, 0, -1, 100])).toEqual([0, 2, 3, 4, 99])
    expect(drawn(TENS, { from: 2000, to: 3000 }, [])).toEqual([])
    expect(drawn(topsOf([]), { from: -10, to: 10 }, [0])).toEqual([])
  })

  it('leaves room for each row that is not drawn, and for no more', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 60 })
    fc.assert(
      fc.property(heights, fc.nat(3000), fc.nat(900), fc.nat(60), (sizes, from, size, held) => {
        const { rows, after } = visibleRows(topsOf(sizes), { from, to: from + size }, [held])
        const total = sizes.reduce((sum, one) => sum + one, 0)
        expect(rows.reduce((sum, { index, gap }) => sum + gap + (sizes[index] ?? 0), after)).toBe(total)
      }),
    )
  })

  it('draws every row that reaches into the span', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 60 })
    fc.assert(
      fc.property(heights, fc.nat(3000), fc.nat(900), (sizes, from, size) => {
        const tops = topsOf(sizes)
        const inside = sizes.flatMap((height, index) => {
          const top = tops[index] ?? 0
          return top + height > from && top < from + size ? [index] : []
        })
        expect(drawn(tops, { from, to: from + size }, [])).toEqual(inside)
      }),
    )
  })
})
