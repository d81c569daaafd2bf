import { describe, expect, it } from 'vitest'
import { requestForADay, type Day } from './day-of-requests.ts'

const HOURS = 8 // a shift
const person = { kind: 'person', userId: 0 } as const

/** Days with different limits, each with different settings. */
const DAYS: Readonly<Record<string, Omit<Day, 'hours'> & { readonly limit: number }>> = {
  'an extension and its queues': { seed: 1, limit: 12, settings: {} },
  'everyone, too': { seed: 2, limit: 12, settings: { wideView: true } },
  'a person who is nowhere': {
    seed: 3,
    limit: 12,
    settings: { wideView: true, watch: { ...person, userId: 1 } },
  },
  'little allowed': { seed: 4, limit: 4, settings: { wideView: true, requestsPerMinute: 4 } },
  'a quick interval': {
    seed: 5,
    limit: 20,
    settings: { wideView: true, pollSeconds: 2, requestsPerMinute: 20 },
  },
  'a clock that is set, forward and back': { seed: 6, limit: 12, settings: {}, setsClock: true },
}

describe('the budget, counted by the server through a simulated shift', () => {
  it.each(Object.entries(DAYS))(
    'is never exceeded in any minute, with one request at a time: %s',
    async (name, { limit, ...day }) => {
      const { counted, clicks, rings, sets, connections } = await requestForADay({ ...day, hours: HOURS })
      process.stdout.write(
        `${name}: ${counted.total} requests in ${HOURS} h, ${counted.mostInAMinute} in the fullest minute (limit ${limit}), ${counted.mostAtOnce} at once; ${clicks} clicks, ${rings} rings, clock set ${sets} times\n`,
      )
      expect(counted.mostInAMinute).toBeLessThanOrEqual(limit)
      expect(counted.mostAtOnce).toBe(1)
      // The day was realistic: steady requests, clicks and faults.
      expect(counted.total).toBeGreaterThan(HOURS * 60 * limit * 0.3)
      expect(clicks).toBeGreaterThan(25)
      expect(sets > 2).toBe(day.setsClock === true)
      expect([...connections]).toEqual(expect.arrayContaining(['live', 'stale', 'paused']))
    },
  )
})
