import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayAskAt, withAsked, type Asked } from './budget.ts'

describe('the budget', () => {
  it('lets no more questions out than the limit in any minute, however eager one is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.nat(30_000), { maxLength: 200 }),
        (limit, waits) => {
          let asked: Asked = []
          let now = 0
          const sent: number[] = []
          for (const wait of waits) {
            now = mayAskAt(asked, now + wait, limit)
            sent.push(now)
            asked = withAsked(asked, now, limit)
          }
          sent.forEach((at, index) => {
            const before = sent[index - limit]
            if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(60_000)
          })
        },
      ),
    )
  })

  it('holds nobody back who has asked little', () => {
    expect(mayAskAt([], 5, 12)).toBe(5)
    expect(mayAskAt([1, 2, 3], 5, 4)).toBe(5)
    expect(mayAskAt([1, 2, 3], 5, Infinity)).toBe(5)
    expect(mayAskAt([1, 2, 3], 5, 3)).toBe(60_001)
  })

  it('waits a minute at most when the clock was set back by a day', () => {
    expect(mayAskAt([86_400_000], 1_000, 1)).toBe(61_000)
  })
})
