import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from '../../call-log/span.ts'
import { overlaps, uncovered, union } from './spans.ts'

const lists = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 9 })), { maxLength: 8 })
  .map((drawn) => drawn.map(([from, lasts]): Span => ({ from, to: from + lasts })))

/** The units of time that a list of spans covers. */
const unitsOf = (spans: readonly Span[]): ReadonlySet<number> =>
  new Set(spans.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)))

const areApart = (spans: readonly Span[]): boolean =>
  spans.every(({ from }, index) => from > (spans[index - 1]?.to ?? -1))

describe('spans', () => {
  it('overlap, and are left over, as their units do', () => {
    fc.assert(
      fc.property(lists, lists, (some, others) => {
        const [one, other] = [unitsOf(some), unitsOf(others)]
        expect(unitsOf(union(some))).toEqual(one)
        expect([...unitsOf(overlaps(some, others))]).toEqual(
          [...one].filter((unit) => other.has(unit)).toSorted((a, b) => a - b),
        )
        expect([...unitsOf(uncovered(some, others))]).toEqual(
          [...one].filter((unit) => !other.has(unit)).toSorted((a, b) => a - b),
        )
        expect(areApart(overlaps(some, others)) && areApart(uncovered(some, others))).toBe(true)
      }),
    )
  })
})
