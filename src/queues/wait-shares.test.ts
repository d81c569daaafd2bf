import { expect, it } from 'vitest'
import { aQueue, NOW, PHONE } from '../testing/samples.ts'
import { waitShares } from './wait-shares.ts'

const waited = (...seconds: readonly number[]) =>
  waitShares(
    aQueue({
      thresholdSeconds: 120,
      callers: seconds.map((ago, index) => ({
        callId: `w${index}`,
        phone: PHONE,
        joinedAt: NOW - ago * 1000,
      })),
    }),
    NOW,
  )

it('the waits of a queue are shares of its limit, longest first', () => {
  expect(waited(12, 60)).toEqual([0.5, 0.1])
  expect(waited()).toEqual([])
})

it('a wait over the limit fills the bar; one that began a moment ahead, by another clock, is none', () => {
  expect(waited(500, -3)).toEqual([1, 0])
})
