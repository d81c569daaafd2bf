import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { popupHidesAt } from './popup-hiding.ts'

describe('the popup', () => {
  it('stays as long as it rings, unless it is set otherwise', () => {
    expect(popupHidesAt({ shownAt: 1_000, held: false, leftAt: null }, 0)).toBeNull()
  })

  it('hides this long after its latest ring appeared, or after it was last used', () => {
    expect(popupHidesAt({ shownAt: 1_000, held: false, leftAt: null }, 5)).toBe(6_000)
    expect(popupHidesAt({ shownAt: 1_000, held: false, leftAt: 4_000 }, 5)).toBe(9_000)
  })

  it('never hides while it is used or hasn’t appeared, nor sooner than set after either', () => {
    const at = fc.option(fc.integer({ min: 0, max: 100_000 }))
    fc.assert(
      fc.property(at, fc.boolean(), at, fc.integer({ min: 0, max: 60 }), (shownAt, held, leftAt, seconds) => {
        const hidesAt = popupHidesAt({ shownAt, held, leftAt }, seconds)
        if (held || shownAt === null || seconds === 0) expect(hidesAt).toBeNull()
        else expect(hidesAt).toBeGreaterThanOrEqual(Math.max(shownAt, leftAt ?? 0) + seconds * 1_000)
      }),
    )
  })
})
