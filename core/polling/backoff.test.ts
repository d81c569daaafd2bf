import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoffMs, MAX_BACKOFF_MS } from './backoff.ts'

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const interval = fc.integer({ min: 200, max: 60_000 })

describe('backoffMs', () => {
  it('is never under the poll interval, and over 30 s only when the interval is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), interval, random, (failures, intervalMs, chance) => {
        const wait = backoffMs({ kind: 'unreachable', why: 'timeout' }, failures, intervalMs, chance)
        expect(wait).toBeGreaterThanOrEqual(intervalMs)
        expect(wait).toBeLessThanOrEqual(Math.max(intervalMs, MAX_BACKOFF_MS))
      }),
    )
  })

  it('spreads its waits over the whole range, and the range doubles with each failure', () => {
    const longest = (failures: number): number =>
      backoffMs({ kind: 'faulty', status: 500, err: null }, failures, 2_000, 0.999_999)
    expect([1, 2, 3, 4, 5].map(longest).map(Math.round)).toEqual([4_000, 8_000, 16_000, 30_000, 30_000])
    expect(backoffMs({ kind: 'faulty', status: 500, err: null }, 4, 2_000, 0.5)).toBe(15_000)
  })

  it('waits as long as the server requires', () => {
    expect(backoffMs({ kind: 'limited', retryAfterMs: 90_000 }, 1, 5_000, 0)).toBe(90_000)
    const faulty = { kind: 'faulty', status: 503, err: null, retryAfterMs: 90_000 } as const
    expect(backoffMs(faulty, 1, 5_000, 0)).toBe(90_000)
    expect(backoffMs({ kind: 'limited', retryAfterMs: 1_000 }, 1, 5_000, 0)).toBe(5_000)
    expect(backoffMs({ kind: 'limited', retryAfterMs: null }, 1, 5_000, 0)).toBe(5_000)
  })
})
