import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { useZone } from '../../testing/use-zone.ts'
import { localTime } from './local-time.ts'

/** Time zones by what their clocks did, and the second at which they did it. */
const CHANGES = [
  ['Asia/Jerusalem', '2026-10-24T23:00:00Z'],
  ['Asia/Jerusalem', '2026-03-27T00:00:00Z'],
  ['America/New_York', '2026-11-01T06:00:00Z'],
  ['America/St_Johns', '2026-11-01T04:30:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'], // by half an hour
  ['Africa/Casablanca', '2026-02-15T02:00:00Z'], // for Ramadan
  ['Europe/Moscow', '2014-10-25T22:00:00Z'], // permanently
  ['Pacific/Apia', '2011-12-30T10:00:00Z'], // a day left out
  ['Asia/Kolkata', '2026-10-24T23:00:00Z'], // never
] as const

describe.each(CHANGES)('the time in %s around %s', (zone, change) => {
  useZone(zone)
  const second = fc
    .integer({ min: -90_000, max: 90_000 })
    .map((seconds) => Date.parse(change) + seconds * 1_000)

  it('can be parsed back to the same second in that zone', () => {
    fc.assert(
      fc.property(second, (at) => {
        expect(Date.parse(localTime(at))).toBe(at)
      }),
    )
  })

  it('is never the same for two seconds', () => {
    const shown = new Set<string>()
    for (let at = Date.parse(change) - 9_000_000; at < Date.parse(change) + 9_000_000; at += 30_000) {
      expect(shown).not.toContain(localTime(at))
      shown.add(localTime(at))
    }
  })

  it('has the form that spreadsheets read as a time, except in the repeated hour', () => {
    fc.assert(
      fc.property(second, (at) => {
        expect(localTime(at)).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:[+-]\d\d:\d\d)?$/)
        const isFar = Math.abs(at - Date.parse(change)) > 7_200_000
        if (isFar) expect(localTime(at)).toHaveLength(19)
      }),
    )
  })
})

describe('the night in which Israel’s clocks go back', () => {
  useZone('Asia/Jerusalem')

  it('has an offset only in the repeated hour', () => {
    const shown = ['21:59:59', '22:00:00', '22:59:59', '23:00:00', '23:59:59'].map((time) =>
      localTime(Date.parse(`2026-10-24T${time}Z`)),
    )
    expect([...shown, localTime(Date.parse('2026-10-25T00:00:00Z')), localTime(null)]).toEqual([
      '2026-10-25 00:59:59',
      '2026-10-25 01:00:00+03:00',
      '2026-10-25 01:59:59+03:00',
      '2026-10-25 01:00:00+02:00',
      '2026-10-25 01:59:59+02:00',
      '2026-10-25 02:00:00',
      '',
    ])
  })
})
