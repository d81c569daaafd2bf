import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WatchedQueue } from '../surroundings.ts'
import { DEFAULT_SETTINGS } from '../settings/settings.ts'
import { wordsFor } from '../words/words-for.ts'
import { planQueueAlerts } from './plan-queue-alerts.ts'
import type { Announced } from './replace-alerts.ts'

const NOW = 1_000_000
const settings = {
  ...DEFAULT_SETTINGS,
  alertOnFirstWaiting: true,
  alertOnQueueThreshold: true,
  alertOnQueueLength: true,
  queueLength: 3,
}

const queue = (waiting: number, breached = 0): WatchedQueue => ({
  id: '7',
  name: 'Sales',
  waiting,
  callers: [],
  longestSince: waiting === 0 ? null : NOW - 125_000,
  thresholdSeconds: 120,
  breached,
  nextBreachAt: null,
})

const plan = (
  queues: readonly WatchedQueue[],
  announced: Announced<string> = new Map(),
  change: object = {},
) =>
  planQueueAlerts({
    queues,
    announced,
    loggedIn: true,
    settings,
    pausedUntil: null,
    now: NOW,
    words: wordsFor('en', []),
    ...change,
  })

const titles = ({ commands }: ReturnType<typeof plan>): readonly string[] =>
  commands.map((one) => (one.do === 'show' ? one.notification.title : 'withdrawn'))

describe('planQueueAlerts', () => {
  it('describes each cause, and each only once', () => {
    const first = plan([queue(3, 1)])
    expect(titles(first).map((title) => title.replace(/[\u2066-\u2069]/g, ''))).toEqual([
      'A caller is waiting in Sales',
      'Sales: a caller has waited 2:00',
      'Sales: 3 callers waiting',
    ])
    expect(plan([queue(4, 2)], first.announced).commands).toEqual([])
  })

  it('withdraws what is over, and reports it again when it recurs', () => {
    const first = plan([queue(1)])
    const empty = plan([queue(0)], first.announced)
    expect(titles(empty)).toEqual(['withdrawn'])
    expect(plan([queue(1)], empty.announced).commands).toHaveLength(1)
  })

  it('is silent by default, while nobody is logged in, and in a pause', () => {
    expect(plan([queue(9, 9)], new Map(), { settings: DEFAULT_SETTINGS }).commands).toEqual([])
    expect(plan([queue(9, 9)], new Map(), { loggedIn: false }).commands).toEqual([])
    const paused = plan([queue(9, 9)], new Map(), { pausedUntil: NOW + 1 })
    expect(paused.commands).toEqual([])
    expect(plan([queue(9, 9)], paused.announced).commands).toEqual([])
  })

  it('leaves announced alerts after logout until they are over, and doesn’t repeat them at the next login', () => {
    const { announced } = plan([queue(1)])
    expect(plan([queue(1)], announced, { loggedIn: false })).toEqual({ commands: [], announced })
    expect(plan([queue(1)], announced).commands).toEqual([])
    expect(titles(plan([queue(0)], announced, { loggedIn: false }))).toEqual(['withdrawn'])
  })

  it('shows one alert for each cause that starts, however often responses repeat it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { maxLength: 60 }), (lengths) => {
        let announced: Announced<string> = new Map()
        let shown = 0
        for (const waiting of lengths) {
          const { commands, announced: next } = plan([queue(waiting)], announced, {
            settings: { ...settings, alertOnQueueLength: false },
          })
          shown += commands.filter((one) => one.do === 'show').length
          announced = next
        }
        const began = lengths.filter((now, index) => now > 0 && (lengths[index - 1] ?? 0) === 0)
        expect(shown).toBe(began.length)
      }),
    )
  })
})
