import { describe, expect, it } from 'vitest'
import { createRandom } from './random.ts'

const draws = (seed: number, stream = ''): number[] => {
  const random = createRandom(seed, stream)
  return Array.from({ length: 50 }, () => random.next())
}

describe('seeded random numbers', () => {
  it('are the same for the same seed and stream', () => {
    expect(draws(7, 'queues')).toEqual(draws(7, 'queues'))
  })

  it('differ between near seeds, far seeds and streams', () => {
    const firsts = [draws(7), draws(8), draws(7 + 2 ** 32), draws(7, 'hand')].map(([first]) => first)
    expect(new Set(firsts).size).toBe(4)
  })

  it('are from 0 to below 1 and spread evenly', () => {
    const random = createRandom(1)
    const values = Array.from({ length: 20_000 }, () => random.next())
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true)
    expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(0.5, 1)
  })

  it('spread durations around their median', () => {
    const random = createRandom(2)
    const below = Array.from({ length: 10_000 }, () => random.lognormal(8_000, 0.45)).filter(
      (ms) => ms < 8_000,
    )
    expect(below.length / 10_000).toBeCloseTo(0.5, 1)
  })

  it('sample each element once', () => {
    const list = [1, 2, 3, 4, 5]
    expect(createRandom(3).sample(list, 9).toSorted()).toEqual(list)
  })

  it('refuse to pick from nothing', () => {
    expect(() => createRandom(4).pick([])).toThrow(RangeError)
  })
})
