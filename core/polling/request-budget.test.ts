import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayRequestAt, withRequest, withLastOver, type RequestTimes } from './request-budget.ts'

describe('the budget', () => {
  it('allows no more requests than the limit in any minute, however often they are attempted', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.nat(30_000), { maxLength: 200 }),
        (limit, waits) => {
          let asked: RequestTimes = []
          let now = 0
          const sent: number[] = []
          for (const wait of waits) {
            now = mayRequestAt(asked, now + wait, limit)
            sent.push(now)
            asked = withRequest(asked, now, limit)
          }
          sent.forEach((at, index) => {
            const before = sent[index - limit]
            if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(60_000)
          })
        },
      ),
    )
  })

  it('delays nothing after few requests', () => {
    expect(mayRequestAt([], 5, 12)).toBe(5)
    expect(mayRequestAt([1, 2, 3], 5, 4)).toBe(5)
    expect(mayRequestAt([1, 2, 3], 5, Infinity)).toBe(5)
    expect(mayRequestAt([1, 2, 3], 5, 3)).toBe(60_001)
  })

  it('forgets nothing, and waits no longer than otherwise, when the clock is set back', () => {
    const day = 86_400_000
    // Twelve in half a minute; then the clock is set back by an hour.
    const asked = Array.from({ length: 12 }, (_, index) => day + index * 2_500)
    const now = day + 27_500 - 3_600_000
    expect(mayRequestAt(asked, now, 12) - now).toBe(60_000 - 27_500)
    const after = withRequest(asked, now + 32_500, 12)
    expect(after).toHaveLength(12)
    expect(mayRequestAt(after, now + 32_500, 12) - (now + 32_500)).toBeLessThanOrEqual(60_000 - 25_000)
  })

  it('holds in real time, however the clock is set back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.record({ wait: fc.nat(30_000), back: fc.option(fc.nat(7_200_000), { freq: 8 }) }), {
          maxLength: 120,
        }),
        (limit, steps) => {
          let asked: RequestTimes = []
          let trueNow = 0
          let error = 0
          const sent: number[] = []
          for (const { wait, back } of steps) {
            trueNow += wait
            error -= back ?? 0
            const now = trueNow + error
            trueNow += mayRequestAt(asked, now, limit) - now
            sent.push(trueNow)
            asked = withRequest(asked, trueNow + error, limit)
          }
          sent.forEach((at, index) => {
            const before = sent[index - limit]
            if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(60_000)
          })
        },
      ),
    )
  })

  it('counts a request from its end: it may have reached the server late', () => {
    const asked = withLastOver(withRequest([1_000], 2_000, 2), 9_000)
    expect(asked).toEqual([1_000, 9_000])
    expect(mayRequestAt(withLastOver(asked, 500), 500, 1)).toBe(60_500)
    expect(withLastOver([], 9_000)).toEqual([])
  })

  it('waits at most a minute when the clock was set back by a day', () => {
    expect(mayRequestAt([86_400_000], 1_000, 1)).toBe(61_000)
  })
})
