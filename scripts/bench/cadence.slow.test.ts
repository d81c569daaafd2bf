import { describe, expect, it } from 'vitest'
import { compareCadence, foundAfter } from './cadence.ts'

describe('the cadence, in simulated shifts', () => {
  it.each([12, 8])(
    'finds rings almost as fast as when only the extension is requested, %s per minute at most',
    (limit) => {
      const { cadence, alone } = compareCadence(12, limit)
      for (const part of [0.5, 0.95])
        expect(foundAfter(cadence, part) / foundAfter(alone, part)).toBeLessThan(12 / 9)
      expect(Math.max(...cadence.map(({ mostInAMinute }) => mostInAMinute))).toBeLessThanOrEqual(limit)
    },
  )
})
