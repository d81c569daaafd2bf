import { expect, it } from 'vitest'
import { DAY_MS } from '../../../core/clock.ts'
import type { AgentState } from '../../../core/domain.ts'
import { openJournal } from '../../../core/history/open-journal.ts'
import { inMemory } from '../../../core/history/testing/in-memory.ts'
import { createWatcher } from '../../../core/history/testing/watcher.ts'
import { seenCall } from '../../../core/testing/seen.ts'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { keepRetention } from './retention.ts'

/** State whose last good response arrived at `at`, on a computer whose clock is right. */
const heard = (at: number): AgentState => ({
  agent: null,
  calls: [],
  connection: { kind: 'live' },
  lastGoodAt: at,
  clock: { offsetMinutes: 120, computerErrorMs: 0, source: 'zone', since: at },
})

it('deletes in batches until nothing is left, checks again the next day, and stops', async () => {
  const clock = virtualClock(100 * DAY_MS)
  const asked: number[] = []
  const left = [200, 120, 0]
  const others: number[] = []
  const stop = keepRetention({
    clock,
    watch: () => heard(clock.now()),
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
    watch: () => (known ? heard(clock.now()) : { ...heard(clock.now()), clock: null }),
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

it('deletes nothing of a history while the computer’s clock is set to 2100, whether for a minute or for good', async () => {
  const time = virtualClock(Date.UTC(2026, 10, 22))
  let aheadMs = 0
  const clock = { now: () => time.now() + aheadMs, after: time.after }
  const { journal } = openJournal({ ...inMemory, now: clock.now, log: (line) => expect.fail(line) })
  const watcher = createWatcher()
  journal.record(watcher.see([seenCall()], clock.now()), clock.now())
  journal.record(watcher.see([], clock.now() + 5_000), clock.now() + 5_000)
  const stored = () => journal.history({ filter: 'all', limit: 9 }).calls.length
  let watch = heard(clock.now())
  const stop = keepRetention({
    clock,
    watch: () => watch,
    journal: () => journal,
    removeOthers: () => expect.fail('deleted other files'),
    days: () => 90,
  })
  aheadMs = Date.UTC(2100, 0) - clock.now()
  await time.advance(60_000)
  // The next response shows how far the two clocks differ, but not which one is wrong.
  watch = { ...heard(clock.now()), clock: { ...heard(0).clock!, computerErrorMs: aheadMs } }
  await time.advance(DAY_MS)
  expect(stored()).toBe(1)
  stop()
})
