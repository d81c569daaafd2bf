import { describe, expect, it } from 'vitest'
import type { ClockReport } from '../../../core/domain.ts'
import { createSleepDetector } from './sleep-detector.ts'

const ahead = (computerErrorMs: number): ClockReport => ({
  offsetMinutes: 120,
  computerErrorMs,
  source: 'zone',
  since: 0,
})

function setUp() {
  const spans: (readonly [number, number])[] = []
  return {
    spans,
    sleep: createSleepDetector(
      () => 5,
      (...span) => spans.push(span),
    ),
  }
}

describe('an unreported sleep', () => {
  it('is the span between two successful responses that are too far apart', () => {
    const { spans, sleep } = setUp()
    for (const at of [0, 5_000, 305_000, 310_000]) sleep.answered(at, null)
    expect(spans).toEqual([[5_000, 305_000]])
  })

  it('is not a slow response', () => {
    const { spans, sleep } = setUp()
    for (const at of [0, 13_000, 26_000]) sleep.answered(at, null)
    expect(spans).toEqual([])
  })

  it('is not a span that already has a reason', () => {
    const { spans, sleep } = setUp()
    sleep.answered(0, null)
    sleep.blind()
    sleep.answered(300_000, null)
    expect(spans).toEqual([])
  })

  it('is not a clock change', () => {
    const { spans, sleep } = setUp()
    sleep.answered(0, ahead(0))
    sleep.answered(3_605_000, ahead(3_600_000))
    sleep.answered(10_000, ahead(0))
    expect(spans).toEqual([])
  })
})
