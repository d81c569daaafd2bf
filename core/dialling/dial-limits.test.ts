import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DAY_MS } from '../clock.ts'
import { exceededLimit } from './dial-limits.ts'

it('never places more calls in any minute or day than allowed', () => {
  const limits = { dialsPerMinute: 3, dialsPerDay: 8 }
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 60 }), (gaps) => {
      const placed: number[] = []
      let now = 1_790_000_000_000
      for (const gap of gaps) {
        now += gap
        if (exceededLimit(placed, now, limits) === null) placed.push(now)
        const within = (ms: number): number => placed.filter((at) => at > now - ms).length
        expect(within(60_000)).toBeLessThanOrEqual(3)
        expect(within(DAY_MS)).toBeLessThanOrEqual(8)
      }
    }),
  )
})

it('says which limit it is, and counts times in the future if the clock was set back', () => {
  const now = 1_790_000_000_000
  const limits = { dialsPerMinute: 2, dialsPerDay: 3 }
  expect(exceededLimit([now - 1, now - 2], now, limits)).toBe('per-minute')
  expect(exceededLimit([now + 3_600_000, now + 3_600_001], now, limits)).toBe('per-minute')
  expect(exceededLimit([now - 61_000, now - 62_000, now - 63_000], now, limits)).toBe('per-day')
  expect(exceededLimit([now - 61_000, now - 62_000], now, limits)).toBeNull()
})
