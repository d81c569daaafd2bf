import { expect, it } from 'vitest'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { createWindowAttention } from './window-attention.ts'

it('counts a look of two seconds, and again while the user keeps looking', async () => {
  const clock = virtualClock()
  const state = { seen: 0 }
  const attention = createWindowAttention(clock, () => {
    state.seen += 1
  })
  attention(true)
  await clock.advance(1999)
  expect(state.seen).toBe(0)
  await clock.advance(4001)
  expect(state.seen).toBe(3)
  attention(false)
  await clock.advance(10_000)
  expect([state.seen, clock.waiting()]).toEqual([3, 0])
})

it('does not count a glance', async () => {
  const clock = virtualClock()
  const attention = createWindowAttention(clock, () => expect.unreachable())
  attention(true)
  attention(true)
  await clock.advance(1500)
  attention(false)
  await clock.advance(10_000)
  expect(clock.waiting()).toBe(0)
})
