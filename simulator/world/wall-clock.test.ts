import { describe, expect, it } from 'vitest'
import { apiSeconds, createWallClock } from './wall-clock.ts'

const HOUR_S = 3_600

describe('the wall clock', () => {
  const israel = createWallClock('Asia/Jerusalem')
  const ahead = (at: number, clock = israel): number => apiSeconds(at, clock) - Math.floor(at / 1000)

  it('is two hours ahead in an Israeli winter and three in summer', () => {
    expect(ahead(Date.UTC(2026, 0, 15, 9, 30, 12, 345))).toBe(2 * HOUR_S)
    expect(ahead(Date.UTC(2026, 6, 15, 9, 30))).toBe(3 * HOUR_S)
  })

  it('changes at the very second at which the clocks do', () => {
    const spring = Date.UTC(2026, 2, 27, 0) // 02:00 in Israel becomes 03:00
    expect(ahead(spring - 1)).toBe(2 * HOUR_S)
    expect(ahead(spring)).toBe(3 * HOUR_S)
    const autumn = Date.UTC(2026, 9, 24, 23) // 02:00 in Israel becomes 01:00
    expect(ahead(autumn - 1)).toBe(3 * HOUR_S)
    expect(ahead(autumn)).toBe(2 * HOUR_S)
  })

  it('isn’t ahead in UTC, and handles zones with fractions of an hour', () => {
    expect(ahead(Date.UTC(2026, 0, 15), createWallClock('UTC'))).toBe(0)
    expect(ahead(Date.UTC(2026, 0, 15), createWallClock('Asia/Kathmandu'))).toBe(5.75 * HOUR_S)
  })

  it('refuses unknown zones', () => {
    expect(() => createWallClock('Mars/Olympus')).toThrow(RangeError)
  })
})
