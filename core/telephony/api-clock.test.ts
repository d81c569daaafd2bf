import { describe, expect, it } from 'vitest'
import { initialBelief, observe, toComputerTime } from './api-clock.ts'
import type { ClockBelief } from './api-clock.ts'

const ZONE = 'Asia/Jerusalem'
const WINTER = Date.UTC(2026, 0, 15, 10, 0, 0)
const SUMMER = Date.UTC(2026, 6, 15, 10, 0, 0)
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What the API would write for a true instant. */
const apiSeconds = (at: number, offsetHours: number): number => Math.floor((at + offsetHours * HOUR) / 1000)

const ring = (belief: ClockBelief, startedApiSeconds: number, now: number): ClockBelief =>
  observe(belief, { kind: 'ring', startedApiSeconds }, now)

const queue = (
  belief: ClockBelief,
  joinedApiSeconds: number,
  waitedSeconds: number,
  now: number,
): ClockBelief => observe(belief, { kind: 'queue', joinedApiSeconds, waitedSeconds }, now)

/** An answer 100 ms under way. */
const dated = (belief: ClockBelief, serverDate: number | null, now: number): ClockBelief =>
  observe(belief, { kind: 'server-date', serverDate, sentAt: now - 100, receivedAt: now }, now)

describe('the belief without evidence', () => {
  it.each([
    ['winter', WINTER, 2],
    ['summer', SUMMER, 3],
  ])('takes the zone’s offset in %s', (_season, now, hours) => {
    const belief = initialBelief(ZONE, now)
    expect(belief).toMatchObject({ offsetMinutes: hours * 60, computerErrorMs: 0, source: 'zone' })
    expect(toComputerTime(apiSeconds(now - 7_000, hours), belief)).toBe(now - 7_000)
  })

  it('follows the zone into summer time', () => {
    const belief = dated(initialBelief(ZONE, WINTER), null, SUMMER)
    expect(belief.offsetMinutes).toBe(180)
    expect(dated(belief, null, SUMMER)).toBe(belief)
  })

  it('takes an unknown zone for UTC', () => {
    expect(initialBelief('Nowhere/Land', WINTER).offsetMinutes).toBe(0)
  })
})

describe('a call first seen ringing', () => {
  it.each([0, 2, 3, -5, 5.75, 12.75, 14])('teaches an offset of %s hours', (hours) => {
    const belief = ring(initialBelief(ZONE, WINTER), apiSeconds(WINTER - 9_000, hours), WINTER)
    expect(belief).toMatchObject({ offsetMinutes: hours * 60, source: 'ring' })
    expect(toComputerTime(apiSeconds(WINTER - 9_000, hours), belief)).toBe(WINTER - 9_000)
  })

  it.each([3, 7, 10, 15, 16, 31, 46])(
    'teaches nothing when it began %i minutes ago: it waited elsewhere',
    (minutes) => {
      const belief = initialBelief(ZONE, WINTER)
      expect(ring(belief, apiSeconds(WINTER - minutes * 60_000, 2), WINTER)).toBe(belief)
    },
  )

  it.each([20, -15, 24 * 365])('teaches nothing from an offset of %s hours', (hours) => {
    const belief = initialBelief(ZONE, WINTER)
    expect(ring(belief, apiSeconds(WINTER, hours), WINTER)).toBe(belief)
  })

  it('does not outweigh a queue', () => {
    const belief = queue(initialBelief(ZONE, WINTER), apiSeconds(WINTER - 21_000, 0), 21, WINTER)
    expect(ring(belief, apiSeconds(WINTER, 2), WINTER)).toBe(belief)
  })

  it('keeps following the summer time of a zone that it agrees with', () => {
    const belief = ring(initialBelief(ZONE, WINTER), apiSeconds(WINTER, 2), WINTER)
    expect(dated(belief, null, SUMMER).offsetMinutes).toBe(180)
  })

  it('follows no summer time when it contradicts the zone', () => {
    const belief = ring(initialBelief(ZONE, WINTER), apiSeconds(WINTER, 0), WINTER)
    expect(dated(belief, null, SUMMER).offsetMinutes).toBe(0)
  })
})

describe('a caller in a queue', () => {
  it.each([0, 2, 3])('teaches an offset of %s hours, however long the wait', (hours) => {
    const belief = queue(initialBelief(ZONE, WINTER), apiSeconds(WINTER - 1_300_000, hours), 1_300, WINTER)
    expect(belief).toMatchObject({ offsetMinutes: hours * 60, source: 'queue' })
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 0])('teaches nothing by a time of %s', (joined) => {
    const belief = initialBelief(ZONE, WINTER)
    expect(queue(belief, joined, 0, WINTER)).toBe(belief)
  })
})

describe('the Date header', () => {
  it.each([-DAY, DAY, 40 * 60_000, -365 * DAY])(
    'repairs a computer whose clock is off by %s ms',
    (errorMs) => {
      const now = WINTER + errorMs
      const belief = dated(initialBelief(ZONE, now), WINTER, now)
      expect(Math.abs(belief.computerErrorMs - errorMs)).toBeLessThanOrEqual(1_000)
      expect(belief.offsetMinutes).toBe(120)
      const started = toComputerTime(apiSeconds(WINTER - 60_000, 2), belief)
      expect(Math.abs(now - started - 60_000)).toBeLessThanOrEqual(1_000)
    },
  )

  it('lets a ring teach the offset although the computer is a day off', () => {
    const now = WINTER + DAY
    const belief = ring(dated(initialBelief(ZONE, now), WINTER, now), apiSeconds(WINTER - 3_000, 0), now)
    expect(belief).toMatchObject({ offsetMinutes: 0, source: 'ring' })
  })

  it('takes the season from true time, not from a computer that is half a year off', () => {
    expect(dated(initialBelief(ZONE, SUMMER), WINTER, SUMMER).offsetMinutes).toBe(120)
  })

  it('changes nothing within its own second: ages must not tremble', () => {
    const belief = dated(initialBelief(ZONE, WINTER), WINTER, WINTER)
    expect(belief.computerErrorMs).toBe(0)
    expect(dated(belief, WINTER - 1_000, WINTER)).toBe(belief)
  })

  it('is not believed after a question that took too long, or when the clock was set meanwhile', () => {
    const belief = initialBelief(ZONE, WINTER)
    for (const sentAt of [WINTER - 40_000, WINTER + 5]) {
      expect(
        observe(
          belief,
          { kind: 'server-date', serverDate: WINTER - DAY, sentAt, receivedAt: WINTER },
          WINTER,
        ),
      ).toBe(belief)
    }
  })
})
