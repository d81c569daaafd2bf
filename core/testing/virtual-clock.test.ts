import { describe, expect, it } from 'vitest'
import { virtualClock } from './virtual-clock.ts'

describe('a virtual clock', () => {
  it('runs due timers by time, then in the order they were set', async () => {
    const clock = virtualClock(1_000)
    const ran: string[] = []
    for (const ms of [70, 10, 50, 10, 90, 30, 0]) clock.after(ms, () => ran.push(`${ms} at ${clock.now()}`))
    await clock.advance(50)
    expect(ran).toEqual(['0 at 1000', '10 at 1010', '10 at 1010', '30 at 1030', '50 at 1050'])
    expect([clock.now(), clock.waiting()]).toEqual([1_050, 2])
  })

  it('runs no cancelled timer, and none twice', async () => {
    const clock = virtualClock()
    const ran: number[] = []
    const takeBack = clock.after(10, () => ran.push(10))
    const takeBackLate = clock.after(5, () => ran.push(5))
    takeBack()
    takeBack()
    await clock.advance(20)
    takeBackLate()
    expect([ran, clock.waiting()]).toEqual([[5], 0])
  })

  it('lets promises settle before time advances, however many depend on each other', async () => {
    const clock = virtualClock()
    const ran: number[] = []
    async function slowly(): Promise<void> {
      for (let hop = 0; hop < 200; hop++) await Promise.resolve()
      ran.push(clock.now())
      clock.after(1, () => ran.push(clock.now()))
    }
    clock.after(5, () => void slowly())
    clock.after(9, () => ran.push(clock.now()))
    await clock.advance(10)
    expect(ran).toEqual([5, 6, 9])
  })

  it('keeps thousands of timers in order', async () => {
    const clock = virtualClock()
    const ran: number[] = []
    const delays = Array.from({ length: 2_000 }, (_, index) => (index * 7_919) % 1_999)
    for (const ms of delays) clock.after(ms, () => ran.push(ms))
    await clock.advance(2_000)
    expect(ran).toEqual(delays.toSorted((a, b) => a - b))
  })
})
