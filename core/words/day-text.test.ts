import { describe, expect, it } from 'vitest'
import { useZone } from '../testing/use-zone.ts'
import { dayOf, dayText } from './day-text.ts'
import { en } from './en.ts'
import { momentText } from './moment-text.ts'

const NOW = new Date(2026, 2, 2, 10, 31).getTime()
const at = (...when: [number, number, number, number, number]): number => new Date(...when).getTime()

describe('dayText', () => {
  it.each([
    ['Today', at(2026, 2, 2, 0, 0)],
    ['Yesterday', at(2026, 2, 1, 23, 59)],
    ['Yesterday', at(2026, 2, 1, 0, 0)],
    ['Saturday, February 28', at(2026, 1, 28, 23, 59)],
    ['Wednesday, December 31, 2025', at(2025, 11, 31, 12, 0)],
  ])('calls it %s', (text, when) => expect(dayText(when, NOW, en)).toBe(text))
})

/**
 * Now, another moment, and the expected name of its day; including the nights on which clocks change, and 29 February.
 */
const NIGHTS: Readonly<Record<string, readonly (readonly [now: string, when: string, text: string])[]>> = {
  'Asia/Jerusalem': [
    ['2026-03-28T00:30+03:00', '2026-03-27T00:00+02:00', 'Yesterday'],
    ['2026-03-28T00:30+03:00', '2026-03-26T23:59+02:00', 'Thursday, March 26'],
    ['2026-10-25T23:30+02:00', '2026-10-25T00:00+03:00', 'Today'],
    ['2026-10-25T23:30+02:00', '2026-10-24T23:59+03:00', 'Yesterday'],
    ['2028-03-01T00:30+02:00', '2028-02-29T00:00+02:00', 'Yesterday'],
    ['2029-03-01T00:30+02:00', '2029-02-28T00:00+02:00', 'Yesterday'],
  ],
  'America/New_York': [
    ['2026-03-09T00:30-04:00', '2026-03-08T00:00-05:00', 'Yesterday'],
    ['2026-03-09T00:30-04:00', '2026-03-07T23:59-05:00', 'Saturday, March 7'],
    ['2026-11-01T23:30-05:00', '2026-11-01T00:00-04:00', 'Today'],
    ['2026-11-01T23:30-05:00', '2026-10-31T23:59-04:00', 'Yesterday'],
    ['2029-03-01T12:00-05:00', '2028-02-29T12:00-05:00', 'Tuesday, February 29, 2028'],
  ],
  'America/St_Johns': [
    ['2026-03-09T00:30-02:30', '2026-03-08T00:00-03:30', 'Yesterday'],
    ['2026-03-09T00:30-02:30', '2026-03-07T23:59-03:30', 'Saturday, March 7'],
    ['2026-11-01T23:30-03:30', '2026-11-01T00:00-02:30', 'Today'],
    ['2026-11-01T23:30-03:30', '2026-10-31T23:59-02:30', 'Yesterday'],
  ],
  'Asia/Kolkata': [['2026-03-01T00:15+05:30', '2026-02-28T23:59+05:30', 'Yesterday']],
}

describe.each(Object.entries(NIGHTS))('days in %s', (zone, nights) => {
  useZone(zone)
  it.each(nights)('at %s, %s is of %s', (now, when, text) =>
    expect(dayText(Date.parse(when), Date.parse(now), en)).toBe(text),
  )
})

describe('dayOf', () => {
  useZone('America/New_York')
  it.each([
    ['2026-03-09T00:30-04:00', 1, '2026-03-08T00:00-05:00'],
    ['2026-11-01T23:30-05:00', 0, '2026-11-01T00:00-04:00'],
    ['2026-11-01T23:30-05:00', 1, '2026-10-31T00:00-04:00'],
    ['2028-03-01T09:00-05:00', 1, '2028-02-29T00:00-05:00'],
  ])('of %s, %i days earlier, began at %s', (at, daysEarlier, began) =>
    expect(dayOf(Date.parse(at), daysEarlier)).toBe(Date.parse(began)),
  )
})

describe('momentText', () => {
  describe('in the repeated hour', () => {
    useZone('America/St_Johns')
    it.each(['2026-11-01T01:30-02:30', '2026-11-01T01:30-03:30'])('shows %s as the wall clock did', (at) =>
      expect(momentText(Date.parse(at), Date.parse('2026-11-01T12:00-03:30'), 'en')).toBe('01:30'),
    )
  })

  it('shows the day only where it isn’t today', () => {
    expect(momentText(at(2026, 2, 2, 10, 14), NOW, 'en')).toBe('10:14')
    expect(momentText(at(2026, 1, 20, 10, 14), NOW, 'en')).toBe('Feb 20, 10:14')
    expect(momentText(at(2025, 1, 20, 10, 14), NOW, 'en')).toBe('Feb 20, 2025, 10:14')
  })
})
