import { expect, it } from 'vitest'
import { DAY_MS } from '../../../core/clock.ts'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { keepRetention } from './retention.ts'

it('deletes in batches until nothing is left, checks again the next day, and stops', async () => {
  const clock = virtualClock(100 * DAY_MS)
  const asked: number[] = []
  const left = [200, 120, 0]
  const others: number[] = []
  const stop = keepRetention({
    clock,
    now: clock.now,
    journal: () => ({
      prune: (before) => {
        asked.push(before)
        return left.shift() ?? 0
      },
    }),
    removeOthers: (before) => others.push(before),
    days: () => 90,
  })
  await clock.advance(60_000)
  expect(asked).toEqual([10 * DAY_MS + 60_000])
  await clock.advance(10_000)
  expect(asked).toHaveLength(3)
  expect(others).toEqual([10 * DAY_MS + 62_000])
  await clock.advance(DAY_MS)
  expect(asked).toHaveLength(4)
  stop()
  expect(clock.waiting()).toBe(0)
})

it('deletes nothing while the time is unknown, and checks again', async () => {
  const clock = virtualClock(100 * DAY_MS)
  let known = false
  let asked = 0
  const stop = keepRetention({
    clock,
    now: () => (known ? clock.now() : null),
    journal: () => ({ prune: () => (asked++, 0) }),
    removeOthers: () => undefined,
    days: () => 90,
  })
  await clock.advance(3_600_000)
  expect(asked).toBe(0)
  known = true
  await clock.advance(600_000)
  expect(asked).toBe(1)
  stop()
})
