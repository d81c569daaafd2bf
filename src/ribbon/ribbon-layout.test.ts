import { describe, expect, it } from 'vitest'
import type { DaySpan, DaySpanKind } from '../../core/report/day-spans.ts'
import { ribbonLayout } from './ribbon-layout.ts'

const [FROM, MINUTE] = [Date.UTC(2026, 2, 2, 8), 60_000]
/** Two minutes a step: 5 hours. */
const AXIS = { from: FROM, to: FROM + 300 * MINUTE }
const span = (kind: DaySpanKind, from: number, to: number): DaySpan => ({
  kind,
  from: FROM + from * MINUTE,
  to: FROM + to * MINUTE,
})
const laidOut = (...spans: readonly DaySpan[]) =>
  ribbonLayout(spans, AXIS).map(({ kind, start, size }) => [kind, round(start * 300), round(size * 300)])
const round = (minutes: number): number => Math.round(minutes * 100) / 100

describe('a ribbon', () => {
  it('is empty without calls, and on an axis without length', () => {
    expect(laidOut()).toEqual([])
    expect(ribbonLayout([span('talked', 0, 1)], { from: FROM, to: FROM })).toEqual([])
  })

  it('shows spans in proportion', () => {
    expect(laidOut(span('talked', 30, 60), span('held', 60, 66), span('talked', 66, 70))).toEqual([
      ['talked', 30, 30],
      ['held', 60, 6],
      ['talked', 66, 4],
    ])
  })

  it('shows the shortest span', () => {
    expect(laidOut(span('rang', 10, 10.1))).toEqual([['rang', 10, 2]])
    expect(laidOut(span('missed', 300, 300))).toEqual([['missed', 298, 2]])
  })

  it('shows what was missed above all else, and what was said above what rang and waited', () => {
    expect(laidOut(span('talked', 10, 20), span('rang', 12, 16), span('held', 14, 30))).toEqual([
      ['talked', 10, 10],
      ['held', 20, 10],
    ])
    expect(laidOut(span('missed', 14, 14.2), span('talked', 10, 20))).toEqual([
      ['talked', 10, 4],
      ['missed', 14, 2],
      ['talked', 16, 4],
    ])
  })

  it('draws neighbours of the same kind as one, with the times of both', () => {
    expect(ribbonLayout([span('talked', 10, 20), span('talked', 20, 31)], AXIS)).toMatchObject([
      { kind: 'talked', from: FROM + 10 * MINUTE, to: FROM + 31 * MINUTE },
    ])
  })

  it('shows only what is on it, also of a call that began before and ends after', () => {
    expect(laidOut(span('talked', -30, 10), span('held', 290, 400), span('rang', -9, -5))).toEqual([
      ['talked', 0, 10],
      ['held', 290, 10],
    ])
    expect(laidOut(span('rang', 301, 302))).toEqual([])
  })

  it('has no more segments than it has room for, however many calls there are', () => {
    const calls = Array.from({ length: 500 }, (_, index) => [
      span('rang', index * 0.6, index * 0.6 + 0.1),
      span(index % 7 === 0 ? 'held' : 'talked', index * 0.6 + 0.1, index * 0.6 + 0.5),
    ]).flat()
    const segments = ribbonLayout(calls, AXIS)
    expect(segments.length).toBeLessThanOrEqual(150)
    const ends = segments.map(({ start, size }) => round(start + size))
    expect(segments.slice(1).every(({ start }, index) => round(start) >= (ends[index] ?? 0))).toBe(true)
  })
})
