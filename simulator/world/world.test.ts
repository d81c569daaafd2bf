import { describe, expect, it } from 'vitest'
import { extensionsAnswer } from '../api/extensions-answer.ts'
import { queuesAnswer } from '../api/queues-answer.ts'
import type { ScenarioName } from './scenario.ts'
import type { TruthEvent } from './truth.ts'
import { createWorld, type World } from './world.ts'

const START = Date.UTC(2026, 0, 15, 6)
const MINUTE = 60_000
const SHIFT = 480 * MINUTE

const worldOf = (seed: number, scenario: ScenarioName = 'busy-shift'): World =>
  createWorld({ seed, scenario, startAt: START, zone: 'Asia/Jerusalem' })

function shift(seed: number, scenario: ScenarioName = 'busy-shift'): readonly TruthEvent[] {
  const world = worldOf(seed, scenario)
  world.advanceTo(START + SHIFT)
  return world.events()
}

const bodies = (world: World): string => {
  const account = { code: 'c', wrongCode: 'error' } as const
  return JSON.stringify(
    [extensionsAnswer, queuesAnswer].map((answer) => answer(world, account, { code: 'c' })),
  )
}

describe('the same seed', () => {
  it('is the same day, event for event', () => {
    expect(shift(7)).toEqual(shift(7))
    expect(shift(8)).not.toEqual(shift(7))
  })

  it('returns the same bodies at the same times, however time is divided into steps', () => {
    const [fine, coarse] = [worldOf(7), worldOf(7)]
    for (let minute = 1; minute <= 120; minute += 1) {
      for (let step = 1; step <= 7; step += 1) fine.advanceTo(START + (minute - 1) * MINUTE + step * 8_000)
      fine.advanceTo(START + minute * MINUTE)
      coarse.advanceTo(START + minute * MINUTE)
      expect(bodies(fine)).toBe(bodies(coarse))
    }
    expect(fine.events()).toEqual(coarse.events())
  })

  it('stays the same day when the same commands come at the same times', () => {
    const day = (): readonly TruthEvent[] => {
      const world = worldOf(7)
      world.advanceTo(START + 20 * MINUTE)
      world.hand.call({ extension: 'SIPSIP2' })
      world.advanceTo(START + 21 * MINUTE)
      world.hand.answer({ extension: 'SIPSIP2' })
      world.advanceTo(START + 90 * MINUTE)
      return world.events()
    }
    expect(day()).toEqual(day())
  })
})

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!

describe('a simulated day', () => {
  const events = [1, 2, 3, 4, 5].flatMap((seed) => shift(seed))
  const rings = (why: string): number[] =>
    events.flatMap((event) => (event.kind === 'ring-ended' && event.why === why ? [event.lastedMs] : []))

  it('rings about 8 s until answered, and 15 to 16 s when nobody does', () => {
    expect(median(rings('answered'))).toBeGreaterThan(7_000)
    expect(median(rings('answered'))).toBeLessThan(9_000)
    expect(rings('no-answer').length).toBeGreaterThan(100)
    expect(rings('no-answer').every((ms) => ms >= 15_000 && ms <= 16_000)).toBe(true)
  })

  it('shows a poller as many answered rings as the documented figures say', () => {
    const seen = (gapMs: number): number => {
      const shares = rings('answered').map((ms) => Math.min(1, ms / gapMs))
      return shares.reduce((sum, share) => sum + share, 0) / shares.length
    }
    expect(seen(5_000)).toBeGreaterThan(0.94)
    expect(seen(10_000)).toBeGreaterThan(0.73)
    expect(seen(10_000)).toBeLessThan(0.83)
  })

  it('has conversations of about 3 min', () => {
    const talks = events.flatMap((event) => (event.kind === 'talk-ended' ? [event.talkMs] : []))
    expect(median(talks)).toBeGreaterThan(150_000)
    expect(median(talks)).toBeLessThan(210_000)
  })

  it('writes one caller number in six with letters, the others as Israeli numbers', () => {
    const phones = events.flatMap((event) =>
      event.kind === 'call-began' && event.direction === 'Incoming' ? [event.phone] : [],
    )
    const lettered = phones.filter((phone) => /\p{L}/u.test(phone))
    expect(lettered.length / phones.length).toBeCloseTo(1 / 6, 1)
    const numbers = phones.filter((phone) => !lettered.includes(phone))
    expect(numbers.filter((phone) => !/^(0|972)(5\d{8}|7\d{8}|[234689]\d{7})$/.test(phone))).toEqual([])
  })

  it('has everything that can happen to a call', () => {
    const kinds = new Set(events.map((event) => ('why' in event ? `${event.kind} ${event.why}` : event.kind)))
    for (const kind of [
      'ring-ended answered-elsewhere',
      'ring-ended gave-up',
      'queue-left gave-up',
      'dial-ended not-answered',
      'held',
      'resumed',
      'muted',
      'unmuted',
      'transferred',
      'status',
    ]) {
      expect(kinds).toContain(kind)
    }
  })
})

describe('the truth', () => {
  it('counts its events without gaps, in order of time', () => {
    const events = shift(3)
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
    expect(events.every(({ at }, index) => index === 0 || at >= events[index - 1]!.at)).toBe(true)
  })

  it('ends each ring that it started, once, and never has an agent in two conversations', () => {
    const ringing = new Set<string>()
    const talking = new Map<string, string>()
    for (const event of shift(4)) {
      if (event.kind === 'ring-began' || event.kind === 'dial-began') {
        const key = `${event.extension}/${event.ivrid}`
        expect(ringing.has(key)).toBe(false)
        ringing.add(key)
      } else if (event.kind === 'ring-ended' || event.kind === 'dial-ended') {
        expect(ringing.delete(`${event.extension}/${event.ivrid}`)).toBe(true)
      } else if (event.kind === 'answered') {
        expect(talking.has(event.extension)).toBe(false)
        talking.set(event.extension, event.ivrid)
      } else if (event.kind === 'talk-ended') {
        expect(talking.get(event.extension)).toBe(event.ivrid)
        talking.delete(event.extension)
      }
    }
  })

  it('can be read from any point on', () => {
    const world = worldOf(5)
    world.advanceTo(START + 30 * MINUTE)
    expect(world.events(10)).toEqual(world.events().slice(10))
  })
})

describe('scenarios', () => {
  it('one-call is one call: it rings after 5 s, is answered after 8 more and lasts 3 min', () => {
    const happened = shift(7, 'one-call').map(({ at, kind }) => [(at - START) / 1000, kind])
    expect(happened).toEqual([
      [5, 'call-began'],
      [5, 'queue-joined'],
      [5, 'ring-began'],
      [13, 'ring-ended'],
      [13, 'answered'],
      [13, 'queue-left'],
      [193, 'talk-ended'],
      [193, 'call-ended'],
    ])
  })

  it('demo rings Dana Levi at SIPSIP2 within 3 s, and shows the rest within five minutes', () => {
    for (const seed of [1, 7, 42]) {
      const world = worldOf(seed, 'demo')
      world.advanceTo(START + 3_000)
      expect(world.agent('SIPSIP2')).toMatchObject({ name: 'Dana Levi', legs: [{ phase: 'Ringing' }] })
      world.advanceTo(START + 5 * MINUTE)
      const here = world.events().filter((event) => 'extension' in event && event.extension === 'SIPSIP2')
      const kinds = here.map((event) => ('why' in event ? `${event.kind} ${event.why}` : event.kind))
      for (const kind of [
        'ring-ended answered',
        'held',
        'resumed',
        'muted',
        'unmuted',
        'ring-ended gave-up',
        'dial-ended answered',
      ]) {
        expect(kinds).toContain(kind)
      }
    }
  })

  it('quiet is quieter than busy-shift', () => {
    expect(shift(7, 'quiet').length * 4).toBeLessThan(shift(7).length)
  })
})

describe('a quiet world', () => {
  it('leaves every call as it is for as long as it is quiet', () => {
    const world = worldOf(7)
    world.advanceTo(START + 30 * MINUTE)
    world.setQuiet(true)
    const before = world.events().length
    const phases = (): string[] => world.agents().flatMap(({ legs }) => legs.map(({ phase }) => phase))
    const then = phases()
    expect(then.length).toBeGreaterThan(0)
    world.advanceTo(START + 90 * MINUTE)
    expect(world.events().length).toBe(before)
    expect(phases()).toEqual(then)
    world.setQuiet(false)
    world.advanceTo(START + 120 * MINUTE)
    expect(world.events().length).toBeGreaterThan(before)
  })
})
