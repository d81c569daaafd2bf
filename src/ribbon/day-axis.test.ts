import { describe, expect, it } from 'vitest'
import { useZone } from '../../core/testing/use-zone.ts'
import { dayAxis } from './day-axis.ts'

const talked = (from: string) =>
  ({ kind: 'talked', from: Date.parse(from), to: Date.parse(from) + 60_000 }) as const
const times = (first: string, now: string): readonly string[] => {
  const { from, to, hours } = dayAxis([talked(now), talked(first)], Date.parse(now))
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
  return [from, ...hours, to].map((at) => time.format(at))
}

describe('the axis of a day', () => {
  useZone('Asia/Jerusalem')

  it('begins at the full hour of the first call, and ends now', () => {
    expect(times('2026-03-02T08:12+02:00', '2026-03-02T10:31+02:00')).toEqual([
      '08:00',
      '09:00',
      '10:00',
      '10:31',
    ])
  })

  it('begins at midnight if a call did', () => {
    expect(times('2026-03-02T00:00+02:00', '2026-03-02T00:01+02:00')).toEqual(['00:00', '00:01'])
  })

  it('has each hour of the clock on a day on which clocks change', () => {
    const spring = ['01:00', '03:00', '04:00', '04:30']
    expect(times('2026-03-27T01:10+02:00', '2026-03-27T04:30+03:00')).toEqual(spring)
    const autumn = ['00:00', '01:00', '01:00', '02:00', '02:30']
    expect(times('2026-10-25T00:10+03:00', '2026-10-25T02:30+02:00')).toEqual(autumn)
  })
})
