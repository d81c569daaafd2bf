import { describe, expect, it } from 'vitest'
import type { ClockReport } from '../../core/domain.ts'
import { en } from '../../core/words/en.ts'
import { clockLines } from './clock-lines.ts'

const NOW = new Date(2026, 2, 2, 10, 31).getTime()
const lines = (clock: Partial<ClockReport>): readonly string[] =>
  clockLines({ offsetMinutes: 120, computerErrorMs: 0, source: 'ring', since: NOW, ...clock }, NOW, en)

describe('clockLines', () => {
  it.each([
    [120, 'The account’s clock is 2 h ahead of UTC'],
    [-210, 'The account’s clock is 3 h 30 min behind UTC'],
    [0, 'The account’s clock is set to UTC'],
  ])('shows an offset of %i minutes', (offsetMinutes, sentence) => {
    expect(lines({ offsetMinutes })[0]).toBe(`${sentence} (from a call that started).`)
  })

  it('shows when it has only the settings to rely on', () => {
    expect(lines({ source: 'zone' })[0]).toContain('time zone in the settings')
  })

  it.each([
    [1900, 'accurate to the second'],
    [-180_000, '3 min slow'],
    [40_000, '40 s fast'],
    [86_400_000, '1 day fast'],
    [-172_800_000, '2 days slow'],
  ])('shows a computer’s error of %i ms', (computerErrorMs, words) => {
    expect(lines({ computerErrorMs })[1]).toContain(words)
  })

  it('shows since when', () => expect(lines({})[2]).toBe('Known since 10:31.'))
})
