import { describe, expect, it } from 'vitest'
import { compareCadence } from './cadence.ts'
import { percentile } from './figure.ts'

describe('the cadence, in simulated shifts', () => {
  it.each([12, 8])(
    'finds rings sooner than a fixed interval of as many questions, %s a minute at most',
    (limit) => {
      const { cadence, fixed } = compareCadence(12, limit)
      const at = (shifts: typeof cadence, part: number): number =>
        percentile(
          shifts.flatMap(({ delays }) => delays),
          part,
        )
      expect(at(cadence, 0.5)).toBeLessThan(at(fixed, 0.5))
      expect(at(cadence, 0.95)).toBeLessThan(at(fixed, 0.95))
      expect(Math.max(...cadence.map(({ mostInAMinute }) => mostInAMinute))).toBeLessThanOrEqual(limit)
    },
  )
})
