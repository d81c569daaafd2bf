import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { visibleRows } from './visible-rows.ts'

const drawn = (...args: Parameters<typeof visibleRows>): number[] =>
  visibleRows(...args).rows.map(({ index }) => index)

describe('visibleRows', () => {
  it('draws what reaches into the span, and what must be kept', () => {
    expect(drawn(100, () => 10, { from: 25, to: 50 }, new Set())).toEqual([2, 3, 4])
    expect(drawn(100, () => 10, { from: 25, to: 50 }, new Set([0, 99, -1]))).toEqual([0, 2, 3, 4, 99])
  })

  it('leaves room for each row that is not drawn, and for no more', () => {
    const height = fc.integer({ min: 1, max: 200 })
    fc.assert(
      fc.property(
        fc.array(height, { maxLength: 60 }),
        fc.nat(3000),
        fc.nat(900),
        fc.nat(60),
        (heights, from, size, kept) => {
          const heightOf = (index: number): number => heights[index] ?? 0
          const { rows, after } = visibleRows(
            heights.length,
            heightOf,
            { from, to: from + size },
            new Set([kept]),
          )
          const total = heights.reduce((sum, one) => sum + one, 0)
          const taken = rows.reduce((sum, { index, gap }) => sum + gap + heightOf(index), after)
          expect(taken).toBe(total)
        },
      ),
    )
  })
})
