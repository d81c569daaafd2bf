import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTimeline } from './timeline.ts'

describe('a timeline', () => {
  it('runs what is due in order of time, then in order of scheduling', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 200 }), (delays) => {
        const timeline = createTimeline(1_000)
        const ran: [number, number][] = []
        for (const [asked, ms] of delays.entries())
          timeline.after(ms, () => ran.push([timeline.now(), asked]))
        timeline.advanceTo(1_050)
        const wanted = delays.map((ms, asked): [number, number] => [1_000 + ms, asked])
        expect(ran).toEqual(wanted.toSorted(([at, a], [other, b]) => at - other || a - b))
      }),
    )
  })

  it('runs what is added on the way, at its own time', () => {
    const timeline = createTimeline(0)
    const ran: number[] = []
    timeline.after(10, () => timeline.after(5, () => ran.push(timeline.now())))
    timeline.advanceTo(100)
    expect(ran).toEqual([15])
    expect(timeline.now()).toBe(100)
  })

  it('leaves what is later, and never goes back', () => {
    const timeline = createTimeline(0)
    timeline.after(10, () => undefined)
    timeline.advanceTo(9)
    expect(timeline.nextAt()).toBe(10)
    timeline.advanceTo(3)
    expect(timeline.now()).toBe(9)
  })
})
