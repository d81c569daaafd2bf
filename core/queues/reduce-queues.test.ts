import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { initialBelief } from '../clock/api-clock.ts'
import type { Queue, WaitingCaller } from '../telephony/telephony-client.ts'
import { DEFAULT_SETTINGS } from '../settings/settings.ts'
import { somePhone } from '../testing/seen.ts'
import { MAX_LISTED_CALLERS, NO_QUEUES, reduceQueues } from './reduce-queues.ts'

const AT = Date.UTC(2026, 0, 15, 8, 0, 0)
const HOUR_SECONDS = 3_600
const belief = initialBelief('Etc/GMT-2', AT) // two hours ahead of UTC
const settings = { ...DEFAULT_SETTINGS }

/** A caller who has waited this long when the response arrives `at`, as the API writes it. */
const caller = (
  callId: string,
  waited: number,
  at = AT,
  change: Partial<WaitingCaller> = {},
): WaitingCaller => ({
  callId,
  phone: somePhone,
  joinedApiSeconds: Math.floor(at / 1000) + 2 * HOUR_SECONDS - waited,
  waitedSeconds: waited,
  ...change,
})

const queue = (callers: readonly WaitingCaller[], change: Partial<Queue> = {}): Queue => ({
  id: '7',
  name: 'Sales',
  weight: 1,
  callers,
  ...change,
})

const reduce = (seen: readonly Queue[], before = NO_QUEUES, at = AT, more: Partial<typeof settings> = {}) =>
  reduceQueues(before, seen, { at, belief, settings: { ...settings, ...more } })

describe('reduceQueues', () => {
  it('lists callers by their wait, with the next breach to count towards', () => {
    const { queues } = reduce([queue([caller('b', 10), caller('a', 130), caller('c', 50)])])
    expect(queues).toMatchObject([
      {
        waiting: 3,
        longestSince: AT - 130_000,
        breached: 1,
        nextBreachAt: AT + 70_000,
        callers: [{ callId: 'a' }, { callId: 'c' }, { callId: 'b', joinedAt: AT - 10_000 }],
      },
    ])
  })

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'marks who waits too long in a queue whose id is %s',
    (id) => {
      expect(reduce([queue([caller('a', 130)], { id })]).queues).toMatchObject([{ breached: 1 }])
    },
  )

  it('reports a queue that is listed again without its name by that name', () => {
    expect(reduce([queue([]), queue([], { name: '' })]).repeated).toEqual([{ id: '7', name: 'Sales' }])
  })

  it('reports a queue that is listed more than once, until it is listed once', () => {
    const twice = reduce([queue([caller('a', 10)]), queue([caller('b', 20)]), queue([], { id: '8' })])
    expect(twice.repeated).toEqual([{ id: '7', name: 'Sales' }])
    expect(twice.queues).toMatchObject([{ id: '7', waiting: 2 }, { id: '8' }])
    const again = reduce([queue([caller('a', 15)]), queue([caller('b', 25)])], twice, AT + 5_000)
    expect(again.repeated).toBe(twice.repeated)
    expect(reduce([queue([])], again).repeated).toEqual([])
  })

  it('reports a queue that vanishes, until it is back; a chosen one as unknown instead', () => {
    const both = reduce([queue([]), queue([], { id: '8', name: '' })])
    expect(both.gone).toEqual([])
    const one = reduce([queue([])], both)
    expect(one.gone).toEqual([{ id: '8', name: '' }])
    expect(reduce([queue([])], one).gone).toBe(one.gone)
    expect(reduce([queue([]), queue([], { id: '8' })], one).gone).toEqual([])
    const chosen = reduce([queue([])], both, AT, { queues: ['7', '8'] })
    expect([chosen.gone, chosen.unknown]).toEqual([[], ['8']])
  })

  it('returns the same objects for later responses without changes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 119 }), { maxLength: 20 }),
        fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 20 }),
        fc.boolean(),
        (waits, jitters, stamped) => {
          const change = stamped ? {} : { joinedApiSeconds: null }
          const first = reduce([queue(waits.map((wait, index) => caller(`c${index}`, wait, AT, change)))])
          let state = first
          for (const jitter of jitters) {
            const callers = waits.map((wait, index) => caller(`c${index}`, wait, AT, change))
            state = reduce([queue(callers)], state, AT + jitter)
          }
          expect(state.queues).toBe(first.queues)
        },
      ),
    )
  })

  it('never shows a negative wait, whatever the API says', () => {
    const odd = fc.option(fc.integer({ min: -1e9, max: 99_999_999_999 }))
    fc.assert(
      fc.property(fc.array(fc.tuple(odd, odd), { maxLength: 30 }), (callers) => {
        const seen = callers.map(([joinedApiSeconds, waitedSeconds], index) =>
          caller(`c${index}`, 0, AT, {
            joinedApiSeconds,
            waitedSeconds: waitedSeconds === null ? null : Math.abs(waitedSeconds),
          }),
        )
        for (const one of reduce([queue(seen)]).queues[0]!.callers)
          expect(one.joinedAt).toBeLessThanOrEqual(AT)
      }),
    )
  })

  it('uses the wait where JoinTime disagrees with it', () => {
    const { queues } = reduce([queue([caller('a', 30, AT, { joinedApiSeconds: 5 })])])
    expect(queues[0]!.longestSince).toBe(AT - 30_000)
  })

  it('uses the time first seen for a caller without either, and keeps it', () => {
    const nothing = { joinedApiSeconds: null, waitedSeconds: null }
    const first = reduce([queue([caller('a', 0, AT, nothing)])])
    expect(reduce([queue([caller('a', 0, AT, nothing)])], first, AT + 60_000).queues[0]!.longestSince).toBe(
      AT,
    )
  })

  it('merges a queue listed twice, and counts no caller twice', () => {
    const twice = [
      queue([caller('a', 5)]),
      queue([caller('a', 5), caller('b', 3), caller('', 1)], { name: '' }),
    ]
    expect(reduce(twice).queues).toMatchObject([{ name: 'Sales', waiting: 3 }])
  })

  it('shows the chosen queues only, and says which of them the account does not have', () => {
    const seen = [queue([]), queue([], { id: '8' })]
    expect(reduce(seen, NO_QUEUES, AT, { queues: ['8', '9'] })).toMatchObject({
      queues: [{ id: '8' }],
      unknown: ['9'],
    })
  })

  it('counts 10,000 callers and lists a readable number', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => caller(`c${index}`, index % 240))
    const { queues } = reduce([queue(many)])
    expect(queues[0]).toMatchObject({ waiting: 10_000, longestSince: AT - 239_000 })
    expect(queues[0]!.callers).toHaveLength(MAX_LISTED_CALLERS)
    expect(queues[0]!.nextBreachAt).toBe(AT + 1_000)
  })

  it('has a threshold for each queue', () => {
    const seen = [queue([caller('a', 40)])]
    expect(reduce(seen, NO_QUEUES, AT, { queueThresholds: { '7': 30 } }).queues[0]).toMatchObject({
      breached: 1,
    })
  })
})
