import { describe, expect, it } from 'vitest'
import type { ClockTold } from '../../../core/domain.ts'
import { createSleepDetector } from './sleep-detector.ts'

const ahead = (computerErrorMs: number): ClockTold => ({
  offsetMinutes: 120,
  computerErrorMs,
  source: 'zone',
  since: 0,
})

function setUp() {
  const spans: (readonly [number, number])[] = []
  return { spans, sleep: createSleepDetector({ pollSeconds: () => 5, tell: (...span) => spans.push(span) }) }
}

describe('a sleep that nobody told of', () => {
  it('is the span between two good answers that lie too far apart', () => {
    const { spans, sleep } = setUp()
    for (const at of [0, 5_000, 305_000, 310_000]) sleep.answered(at, null)
    expect(spans).toEqual([[5_000, 305_000]])
  })

  it('is not an answer that took its time', () => {
    const { spans, sleep } = setUp()
    for (const at of [0, 13_000, 26_000]) sleep.answered(at, null)
    expect(spans).toEqual([])
  })

  it('is not a span that has its reason already', () => {
    const { spans, sleep } = setUp()
    sleep.answered(0, null)
    sleep.blind()
    sleep.answered(300_000, null)
    expect(spans).toEqual([])
  })

  it('is not a clock that was set', () => {
    const { spans, sleep } = setUp()
    sleep.answered(0, ahead(0))
    sleep.answered(3_605_000, ahead(3_600_000))
    sleep.answered(10_000, ahead(0))
    expect(spans).toEqual([])
  })
})
