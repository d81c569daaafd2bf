import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withAsked, type Asked } from './request-budget.ts'
import { nextQuestion, steadily, type Question, type Situation } from './cadence.ts'

const NOW = 10_000_000

const situation = (change: Partial<Situation> = {}): Situation => ({
  now: NOW,
  floorMs: 5_000,
  limit: 12,
  asked: [],
  lanes: { extension: { doneAt: NOW, heldUntil: 0 }, queues: { doneAt: NOW, heldUntil: 0 } },
  phases: [],
  status: 'login',
  lastCallAt: null,
  callersWait: false,
  nextBreachAt: null,
  queuesAreWatched: false,
  wideIsWatched: false,
  wideIsUrgent: false,
  wideMayBeNeeded: false,
  ...change,
})

const waitFor = (change: Partial<Situation>): number => nextQuestion(situation(change)).waitMs

describe('nextQuestion', () => {
  it('is at the floor while it rings, and slower the less a ring is likely', () => {
    const waits = [
      waitFor({ phases: ['ringing'] }),
      waitFor({ phases: ['talking'] }),
      waitFor({ status: 'lunch' }),
      waitFor({ status: 'logout' }),
    ]
    expect(waits[0]).toBe(5_000)
    expect(waits.toSorted((one, other) => one - other)).toEqual(waits)
    expect(waits[3]).toBeLessThanOrEqual(15_000)
  })

  it('is quick when callers wait or a call has just ended, also for a phone that nobody logs in to', () => {
    const idle = waitFor({})
    expect(waitFor({ callersWait: true })).toBeLessThan(idle)
    expect(waitFor({ lastCallAt: NOW - 20_000 })).toBeLessThan(idle)
    expect(waitFor({ status: 'logout', lastCallAt: NOW - 60_000 })).toBe(idle)
  })

  it('asks for the queues when a caller is about to reach the threshold', () => {
    const lanes = {
      extension: { doneAt: NOW, heldUntil: NOW + 60_000 },
      queues: { doneAt: NOW, heldUntil: 0 },
    }
    expect(nextQuestion(situation({ lanes, nextBreachAt: NOW + 12_000 }))).toEqual({
      ask: 'queues',
      waitMs: 12_000,
    })
  })

  it('leaves alone what is held back, and goes on with the rest', () => {
    const lanes = {
      extension: { doneAt: NOW, heldUntil: 0 },
      queues: { doneAt: null, heldUntil: NOW + 99_000 },
    }
    expect(nextQuestion(situation({ lanes })).ask).toBe('extension')
  })

  const anything = fc.record({
    phases: fc.array(fc.constantFrom('ringing', 'dialing', 'talking', 'held', 'other'), { maxLength: 2 }),
    status: fc.constantFrom(null, 'login', 'logout', 'lunch', 'unknown'),
    ended: fc.boolean(),
    callersWait: fc.boolean(),
    breachIn: fc.option(fc.integer({ min: -10_000, max: 60_000 })),
    queuesAreWatched: fc.boolean(),
    wideIsWatched: fc.boolean(),
    wideIsUrgent: fc.boolean(),
    tookMs: fc.integer({ min: 0, max: 8_000 }),
    fails: fc.boolean(),
  })

  it('never asks more in any minute than the budget, nor waits less than the floor between two of a kind', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 20 }),
        fc.constantFrom(2_000, 5_000, 20_000),
        fc.boolean(),
        fc.array(anything, { minLength: 30, maxLength: 120 }),
        (limit, floorMs, wide, steps) => {
          let now = NOW
          let asked: Asked = []
          const done: Partial<Record<Question, number>> = {}
          const held: Partial<Record<Question, number>> = {}
          const sent: number[] = []
          for (const { breachIn, tookMs, ended, fails, wideIsUrgent, ...rest } of steps) {
            const lane = (one: Question) => ({ doneAt: done[one] ?? null, heldUntil: held[one] ?? 0 })
            const { ask, waitMs } = nextQuestion(
              situation({
                ...(rest as Partial<Situation>),
                now,
                limit,
                floorMs,
                asked,
                wideIsUrgent: wide && wideIsUrgent,
                wideMayBeNeeded: wide,
                lastCallAt: ended ? now - 1_000 : null,
                nextBreachAt: breachIn === null ? null : now + breachIn,
                lanes: {
                  extension: lane('extension'),
                  queues: lane('queues'),
                  ...(wide ? { everyone: lane('everyone') } : {}),
                },
              }),
            )
            expect(waitMs).toBeGreaterThanOrEqual(0)
            now += waitMs
            const before = done[ask]
            if (before !== undefined && !(wide && wideIsUrgent))
              expect(now - before).toBeGreaterThanOrEqual(floorMs)
            expect(now).toBeGreaterThanOrEqual(wide && wideIsUrgent ? 0 : (held[ask] ?? 0))
            sent.push(now)
            asked = withAsked(asked, now, limit)
            now += tookMs
            done[ask] = now
            if (fails) held[ask] = now + 30_000
          }
          sent.forEach((at, index) => {
            const before = sent[index - limit]
            if (before !== undefined) expect(at - before).toBeGreaterThanOrEqual(60_000)
          })
        },
      ),
    )
  })
})

describe('steadily', () => {
  it('asks about the extension alone, at every interval', () => {
    expect(steadily(situation({ status: 'logout' }))).toEqual({ ask: 'extension', waitMs: 5_000 })
  })
})
