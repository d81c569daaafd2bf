import { describe, expect, it } from 'vitest'
import { initialBelief, observe, withTimesRead } from './api-clock.ts'
import type { ClockBelief } from './api-clock.ts'
import { atOffset, readAgain, readStamp } from './read-stamp.ts'

const ZONE = 'Asia/Jerusalem'
const WINTER = Date.UTC(2026, 0, 15, 10, 0, 0)
const SUMMER = Date.UTC(2026, 6, 15, 10, 0, 0)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const EVENLY = { slipMs: 0, vouched: true }
const ANY = { from: -Infinity, until: Infinity }

/** What the API would write for a true instant. */
const apiSeconds = (at: number, offsetHours: number): number => Math.floor((at + offsetHours * HOUR) / 1000)

/** A call seen for the first time, in a response five seconds after the last one; or after a long silence. */
const ring = (belief: ClockBelief, stamp: number, now: number, notBefore: number | null = now - 10_000) =>
  observe(belief, { kind: 'ring', apiSeconds: stamp, notBefore }, now)

const queue = (belief: ClockBelief, joinedApiSeconds: number, waitedSeconds: number, now: number) =>
  observe(belief, { kind: 'queue', joinedApiSeconds, waitedSeconds }, now)

/** A response after 100 ms in transit. */
const dated = (belief: ClockBelief, serverDate: number | null, now: number, run = EVENLY): ClockBelief =>
  observe(
    belief,
    { kind: 'date', serverDate, sentAt: now - 100, receivedAt: now, run, timeoutMs: 8_000 },
    now,
  )

const minutes = ({ offset }: ClockBelief): number => offset.minutes
const error = ({ computer }: ClockBelief): number => computer.errorMs

describe('a caller whose join time is too long ago', () => {
  it.each([15, 30, 45])(
    'doesn’t change the offset by %i min, however often it is repeated',
    (lateMinutes) => {
      const join = apiSeconds(WINTER - lateMinutes * MINUTE, 2)
      let belief = initialBelief(ZONE, WINTER)
      for (let second = 0; second < 60; second += 10)
        belief = queue(belief, join, 5 + second, WINTER + second * 1000)
      expect(minutes(belief)).toBe(120)
      expect(belief.offset.votes).toBe(0)
    },
  )

  it('is overruled by a call that starts at another offset', () => {
    const late = queue(initialBelief(ZONE, WINTER), apiSeconds(WINTER - 30 * MINUTE, 2), 5, WINTER)
    expect(minutes(ring(late, apiSeconds(WINTER, 1.5), WINTER))).toBe(90)
  })
})

describe('the belief without evidence', () => {
  it.each([
    ['winter', WINTER, 2],
    ['summer', SUMMER, 3],
  ])('takes the zone’s offset in %s', (_season, now, hours) => {
    const belief = initialBelief(ZONE, now)
    expect(belief).toMatchObject({
      offset: { minutes: hours * 60, source: 'zone' },
      computer: { errorMs: 0 },
    })
    expect(readStamp(apiSeconds(now - 7_000, hours), belief, ANY)).toBe(now - 7_000)
  })

  it('follows the zone into summer time', () => {
    const belief = dated(initialBelief(ZONE, WINTER), null, SUMMER)
    expect(minutes(belief)).toBe(180)
    expect(dated(belief, null, SUMMER)).toBe(belief)
  })

  it('treats an unknown zone as UTC', () => {
    expect(minutes(initialBelief('Nowhere/Land', WINTER))).toBe(0)
  })
})

describe('a call first seen ringing', () => {
  it.each([0, 2, 3, -5, 5.75, 12.75, 14])('teaches an offset of %s hours', (hours) => {
    const stamp = apiSeconds(WINTER - 9_000, hours)
    const belief = ring(initialBelief(ZONE, WINTER), stamp, WINTER)
    expect(belief.offset).toMatchObject({ minutes: hours * 60, source: 'ring' })
    expect(readStamp(stamp, belief, ANY)).toBe(WINTER - 9_000)
  })

  it.each([3, 7, 10, 15, 16, 31, 46])(
    'teaches nothing when it began %i minutes ago and may have waited elsewhere',
    (age) => {
      const belief = initialBelief(ZONE, WINTER)
      expect(ring(belief, apiSeconds(WINTER - age * MINUTE, 2), WINTER, null)).toBe(belief)
    },
  )

  it.each([20, -15, 24 * 365])('teaches nothing from an offset of %s hours', (hours) => {
    const belief = initialBelief(ZONE, WINTER)
    expect(ring(belief, apiSeconds(WINTER, hours), WINTER)).toBe(belief)
  })

  it('found after a long silence needs a second one against the zone', () => {
    const once = ring(initialBelief(ZONE, WINTER), apiSeconds(WINTER - 40_000, 0), WINTER, null)
    expect(minutes(once)).toBe(120)
    expect(minutes(ring(once, apiSeconds(WINTER + MINUTE, 0), WINTER + MINUTE, null))).toBe(0)
  })

  it('doesn’t change a confirmed clock, but two that agree do', () => {
    const confirmed = [0, 1].reduce(
      (belief, n) => ring(belief, apiSeconds(WINTER + n * MINUTE, 2), WINTER + n * MINUTE),
      initialBelief(ZONE, WINTER),
    )
    const [later, latest] = [WINTER + 2 * MINUTE, WINTER + 3 * MINUTE]
    const odd = ring(confirmed, apiSeconds(later, 5), later)
    expect(minutes(odd)).toBe(120)
    expect(minutes(ring(ring(odd, apiSeconds(latest, 2), latest), apiSeconds(latest, 5), latest))).toBe(120)
    expect(ring(odd, apiSeconds(latest, 5), latest).offset).toMatchObject({
      minutes: 300,
      earlier: { minutes: 120, until: later },
      refuted: null,
    })
  })

  it('is overruled by the next one when it alone contradicted the zone', () => {
    const misled = ring(initialBelief(ZONE, WINTER), apiSeconds(WINTER, 7), WINTER)
    expect(minutes(misled)).toBe(420)
    expect(ring(misled, apiSeconds(WINTER + MINUTE, 2), WINTER + MINUTE).offset).toMatchObject({
      minutes: 120,
      refuted: 420,
    })
  })

  it('keeps following the summer time of a zone that it agrees with', () => {
    const belief = ring(initialBelief(ZONE, WINTER), apiSeconds(WINTER, 2), WINTER)
    expect(minutes(dated(belief, null, SUMMER))).toBe(180)
  })

  it('follows no summer time when it contradicts the zone', () => {
    const belief = ring(initialBelief(ZONE, WINTER), apiSeconds(WINTER, 0), WINTER)
    expect(minutes(dated(belief, null, SUMMER))).toBe(0)
  })
})

describe('a caller in a queue', () => {
  it.each([0, 2, 3])('teaches an offset of %s hours, however long the wait', (hours) => {
    const joined = apiSeconds(WINTER - 1_300_000, hours)
    const belief = queue(initialBelief(ZONE, WINTER), joined, 1_300, WINTER)
    expect(belief.offset).toMatchObject({
      minutes: hours * 60,
      source: 'queue',
    })
  })

  it.each([
    ['came', Date.UTC(2026, 2, 27, 0, 0, 0), 2, 180],
    ['went', Date.UTC(2026, 9, 24, 23, 0, 0), 3, 120],
  ])(
    'who joined before summer time %s shows the offset of that time, and changes nothing',
    (_word, jump, hours, after) => {
      let belief = initialBelief(ZONE, jump - HOUR)
      for (const minute of [-3, -2, -1, 1, 2, 3, 30]) {
        const now = jump + minute * MINUTE
        const joined = jump - 5 * MINUTE
        belief = queue(belief, apiSeconds(joined, hours), (now - joined) / 1000, now)
        expect(minutes(belief)).toBe(minute < 0 ? hours * 60 : after)
      }
    },
  )

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 0])('teaches nothing by a time of %s', (joined) => {
    const belief = initialBelief(ZONE, WINTER)
    expect(queue(belief, joined, 0, WINTER)).toBe(belief)
  })
})

describe('a stamp ahead of the API’s now', () => {
  const ahead = (belief: ClockBelief, now: number) =>
    observe(belief, { kind: 'stamp', apiSeconds: apiSeconds(now - 20 * MINUTE, 3) }, now)

  it('is evidence for the hour that puts it in the past, and changes the clock when a second one agrees', () => {
    const once = ahead(initialBelief(ZONE, WINTER), WINTER)
    expect(minutes(once)).toBe(120)
    expect(ahead(once, WINTER + MINUTE).offset).toMatchObject({ minutes: 180, source: 'stamp' })
  })

  it('proves nothing when it is in the past', () => {
    const belief = initialBelief(ZONE, WINTER)
    expect(observe(belief, { kind: 'stamp', apiSeconds: apiSeconds(WINTER - HOUR, 2) }, WINTER)).toBe(belief)
  })

  it('proves nothing in the hour after summer time ends, when it is a stamp from before', () => {
    const jump = Date.UTC(2026, 9, 24, 23, 0, 0)
    const belief = initialBelief(ZONE, jump + MINUTE)
    const before = apiSeconds(jump - MINUTE, 3)
    expect(observe(belief, { kind: 'stamp', apiSeconds: before }, jump + MINUTE)).toBe(belief)
  })
})

describe('the Date header', () => {
  it.each([-DAY, DAY, 40 * MINUTE, -365 * DAY])(
    'repairs a computer whose clock is off by %s ms',
    (errorMs) => {
      const now = WINTER + errorMs
      const belief = dated(initialBelief(ZONE, now), WINTER, now)
      expect(Math.abs(error(belief) - errorMs)).toBeLessThanOrEqual(1_000)
      expect(minutes(belief)).toBe(120)
      const started = readStamp(apiSeconds(WINTER - MINUTE, 2), belief, ANY) ?? 0
      expect(Math.abs(now - started - MINUTE)).toBeLessThanOrEqual(1_000)
    },
  )

  it('lets a ring teach the offset although the computer is a day off', () => {
    const now = WINTER + DAY
    const belief = ring(dated(initialBelief(ZONE, now), WINTER, now), apiSeconds(WINTER - 3_000, 0), now)
    expect(belief.offset).toMatchObject({ minutes: 0, source: 'ring' })
  })

  it('doesn’t undo what rings have taught by a wrong clock when it first appears late', () => {
    const now = WINTER - HOUR
    const misread = ring(initialBelief(ZONE, now), apiSeconds(WINTER - 3_000, 2), now)
    expect(minutes(misread)).toBe(180)
    expect(minutes(dated(misread, WINTER, now))).toBe(120)
  })

  it('determines summer time from true time, not from a computer that is half a year off', () => {
    expect(minutes(dated(initialBelief(ZONE, SUMMER), WINTER, SUMMER))).toBe(120)
  })

  it('changes nothing within its own second: ages must not fluctuate', () => {
    let belief = initialBelief(ZONE, WINTER)
    for (let now = WINTER; now < WINTER + HOUR; now += 5_137) {
      belief = dated(belief, Math.floor(now / 1000) * 1000, now)
      expect(error(belief)).toBe(0)
    }
  })

  it('closes in on an error of less than its second', () => {
    let belief = initialBelief(ZONE, WINTER)
    for (let now = WINTER; now < WINTER + HOUR; now += 5_137)
      belief = dated(belief, Math.floor((now - 800) / 1000) * 1000, now)
    expect(Math.abs(error(belief) - 800)).toBeLessThanOrEqual(500)
  })

  it('changes nothing if a single one is odd; two that agree do', () => {
    const known = [0, 5_000].reduce(
      (belief, ms) => dated(belief, WINTER + ms, WINTER + ms),
      initialBelief(ZONE, WINTER),
    )
    const odd = dated(known, WINTER - HOUR + 10_000, WINTER + 10_000)
    expect(error(odd)).toBe(0)
    expect(error(dated(dated(odd, WINTER + 15_000, WINTER + 15_000), WINTER - HOUR, WINTER + 20_000))).toBe(0)
    expect(Math.abs(error(dated(odd, WINTER - HOUR + 15_000, WINTER + 15_000)) - HOUR)).toBeLessThan(1_000)
  })

  it('is corrected by the next one if the very first was odd', () => {
    const misled = dated(initialBelief(ZONE, WINTER), WINTER - DAY, WINTER)
    expect(Math.abs(error(misled) - DAY)).toBeLessThan(1_000)
    expect(error(dated(misled, WINTER + 5_000, WINTER + 5_000))).toBe(0)
  })

  it.each([
    ['jumped', HOUR, { slipMs: HOUR, vouched: true }],
    ['jumped back', -DAY, { slipMs: -DAY, vouched: true }],
    ['was not watched', 90_000, { slipMs: 0, vouched: false }],
  ])('is believed at once when the computer’s clock %s', (_word, stepMs, run) => {
    const known = dated(initialBelief(ZONE, WINTER), WINTER, WINTER)
    const stepped = dated(known, WINTER + 5_000, WINTER + 5_000 + stepMs, run)
    expect(Math.abs(error(stepped) - stepMs)).toBeLessThanOrEqual(1_000)
    expect(stepped.computer.lastMove).toBe('stepped')
  })

  it('distinguishes sleep from a clock that was set', () => {
    const known = dated(initialBelief(ZONE, WINTER), WINTER, WINTER)
    const awake = dated(known, WINTER + HOUR, WINTER + HOUR, { slipMs: HOUR - 5_000, vouched: true })
    expect(error(awake)).toBe(0)
  })

  it('is not needed to know a clock that fell behind its own timers', () => {
    const known = dated(initialBelief(ZONE, WINTER), null, WINTER)
    expect(error(dated(known, null, WINTER - HOUR, { slipMs: -HOUR, vouched: true }))).toBe(-HOUR)
    expect(error(dated(known, null, WINTER + HOUR, { slipMs: HOUR, vouched: true }))).toBe(0)
  })

  it('is believed at once when the previous response took long, but not for more than that time', () => {
    const known = dated(initialBelief(ZONE, WINTER), WINTER, WINTER)
    const slow = {
      serverDate: WINTER + 5_000,
      sentAt: WINTER + 4_900,
      receivedAt: WINTER + 9_200,
      run: EVENLY,
      timeoutMs: 8_000,
    }
    const doubtful = observe(known, { kind: 'date', ...slow }, slow.receivedAt)
    expect(error(doubtful)).toBe(0)
    expect(Math.abs(error(dated(doubtful, WINTER + 10_000, WINTER + 14_000)) - 4_000)).toBeLessThan(1_000)
    expect(error(dated(doubtful, WINTER + 10_000, WINTER + 30_000))).toBe(0)
  })

  it('is accurate to some seconds when the clock was set during the request', () => {
    const known = dated(initialBelief(ZONE, WINTER), WINTER, WINTER)
    const answer = { sentAt: WINTER + 5_000, receivedAt: WINTER + 5_200 - DAY, run: EVENLY, timeoutMs: 8_000 }
    const belief = observe(known, { kind: 'date', serverDate: WINTER + 5_000, ...answer }, answer.receivedAt)
    expect(Math.abs(error(belief) + DAY)).toBeLessThan(5_000)
  })
})

describe('a stamp that was read before', () => {
  const belief = initialBelief(ZONE, WINTER)
  const stamp = apiSeconds(WINTER - HOUR, 3)

  it('is read the same way again, whatever the current belief', () => {
    expect(readAgain(stamp, atOffset(stamp, 180, belief), belief)).toBe(WINTER - HOUR)
    expect(readAgain(stamp, WINTER - 400_000, belief)).toBeNull()
  })

  it('is read again when its offset was never true', () => {
    const refuting = { ...belief, offset: { ...belief.offset, refuted: 180 } }
    expect(readAgain(stamp, atOffset(stamp, 180, belief), refuting)).toBeNull()
  })

  it('is corrected along with this computer’s error, once', () => {
    const known = atOffset(stamp, 180, belief)
    const corrected = { ...belief, computer: { ...belief.computer, errorMs: 4_000, movedMs: 4_000 } }
    expect(readAgain(stamp, known, corrected)).toBe(known + 4_000)
    const learnt = dated(dated(belief, WINTER - HOUR, WINTER), WINTER - HOUR + 5_000, WINTER + 5_000)
    expect(learnt.computer.movedMs).toBe(learnt.computer.errorMs)
    expect(withTimesRead(learnt).computer.movedMs).toBe(0)
  })

  it('isn’t moved by an hour because the computer was wrong by one and its talk had no stamp', () => {
    const wrong = { ...belief, computer: { ...belief.computer, errorMs: -HOUR - 666, movedMs: -HOUR - 666 } }
    const at = atOffset(stamp, 180, wrong)
    expect(readAgain(stamp, at + 2_400, wrong)).toBe(at)
  })
})
