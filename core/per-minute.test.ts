import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { doneOnceMore, type DoneAt } from './per-minute.ts'

describe('doneOnceMore', () => {
  it('allows a limited number in any minute, and one more as soon as the first is a minute old', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: 0, max: 40_000 })),
        (most, gaps) => {
          let now = 0
          let done: DoneAt = []
          const all: number[] = []
          for (const gap of gaps) {
            now += gap
            const next = doneOnceMore(done, now, most)
            const within = all.filter((at) => now - at < 60_000).length
            expect(next === null).toBe(within >= most)
            if (next === null) continue
            done = next
            all.push(now)
          }
        },
      ),
    )
  })

  it('ignores times in the future, left by a clock that was set back', () => {
    expect(doneOnceMore([90_000, 91_000], 10_000, 2)).toEqual([10_000])
  })
})
