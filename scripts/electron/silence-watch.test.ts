import { expect, it } from 'vitest'
import { virtualClock } from '../../core/testing/virtual-clock.ts'
import { watchSilence } from './silence-watch.ts'

it('waits again after everything that arrives, and for nothing after its end', async () => {
  const clock = virtualClock()
  let silent = 0
  const watch = watchSilence(clock, 100, () => (silent += 1))
  await clock.advance(99)
  watch.heard()
  await clock.advance(99)
  expect(silent).toBe(0)
  watch.end()
  watch.heard() // the last output of a process may arrive after its exit
  expect(clock.waiting()).toBe(0)
  await clock.advance(1_000)
  expect(silent).toBe(0)
})

it('runs its action once', async () => {
  const clock = virtualClock()
  let silent = 0
  watchSilence(clock, 100, () => (silent += 1))
  await clock.advance(1_000)
  expect(silent).toBe(1)
})
