import { describe, expect, it } from 'vitest'
import type { TruthEvent } from '../../../simulator/world/truth.ts'
import { good, livedStep, START, view, step } from '../testing/sample-step.ts'
import { followsPerson } from './follows-person.ts'
import { foundInTime } from './found-in-time.ts'
import { queueAlertsOnce } from './queue-alerts-once.ts'
import { withinBudget } from './within-budget.ts'

const whats = (found: readonly { readonly what: string }[]) => found.map(({ what }) => what)
const at = (extension: string) => ({ kind: 'at', extension, since: START }) as const
const nowhere = { kind: 'nowhere', since: START } as const
const later = (seconds: number): number => START + seconds * 1_000

describe('follows the person', () => {
  const views = [view(START, []), view(START, [], { extension: 'B', onlineUserId: 0 })]
  const told = (place: typeof nowhere | ReturnType<typeof at>, seen = views) =>
    whats(followsPerson([livedStep(START, { kind: 'everyone', views: seen }, { place })], [], 7))

  it('is content with one of the desks, and with none where there is none', () => {
    expect([...told(at('SIPSIP2')), ...told(nowhere, [])]).toEqual([])
  })

  it('finds the wrong desk, and the desk that was not found', () => {
    expect(told(at('B'))).toEqual(['the person is at B, and sits at [SIPSIP2]'])
    expect(told(nowhere)).toEqual(['the person is nowhere, and sits at [SIPSIP2]'])
  })

  it('lets the person be where they were while an answer is in doubt', () => {
    const lacking = livedStep(START, { kind: 'everyone', views: [] }, { place: at('SIPSIP2') })
    const taken = (kind: 'aside' | 'nowhere') => [step(START, { kind })]
    expect(followsPerson([lacking], taken('aside'), 7)).toEqual([])
    expect(followsPerson([lacking], taken('nowhere'), 7)).toHaveLength(1)
  })
})

describe('found in time', () => {
  const seat = (seconds: number, extension: string, onlineUserId: number): TruthEvent => ({
    ...{ kind: 'status', seq: 1, at: later(seconds), extension, status: 1, onlineUserId },
  })
  const moved = [seat(0, 'SIPSIP2', 0), seat(5, 'B', 7)]
  const told = (place: typeof nowhere | ReturnType<typeof at>, failedAt = -1) => {
    const { kind, view: seen } = good(START)
    const steps = [10, 40, 79, 81].map((seconds) =>
      seconds === failedAt
        ? livedStep(later(seconds), { kind: 'failed', why: 'other', about: 'everyone' })
        : livedStep(later(seconds), { kind, view: seen }, { place }),
    )
    return whats(foundInTime(steps, moved, { person: 7, extension: 'SIPSIP2' }))
  }

  it('is content when the person is found, and asks nothing where questions failed', () => {
    expect([...told(at('B')), ...told(nowhere, 40)]).toEqual([])
  })

  it('finds who is still looked for, or looked for at the wrong desk', () => {
    expect(told(nowhere)).toEqual(['the person sits at B, and is nowhere'])
    expect(told(at('SIPSIP2'))).toEqual(['the person sits at B, and is at SIPSIP2'])
  })
})

describe('within the budget', () => {
  const asked = (...seconds: readonly number[]) =>
    seconds.map((second) => ({ at: later(second), run: 1, about: 'queues' as const }))

  it('is content with as many in a minute as are allowed, and begins anew with a run', () => {
    expect(withinBudget(asked(0, 20, 60, 80), 2)).toEqual([])
    const anew = [...asked(0, 20), { at: later(30), run: 2, about: 'queues' as const }]
    expect(withinBudget(anew, 2)).toEqual([])
  })

  it('finds one too many', () => {
    expect(whats(withinBudget(asked(0, 20, 59), 2))).toEqual(['3 questions in 59 s'])
  })
})

describe('queue alerts once', () => {
  const limits = { thresholdMs: 20_000, length: 2 }
  const agent = { name: 'Dana Levi', extension: 'SIPSIP2', statusSince: START }
  const state = {
    ...livedStep(START, { kind: 'began' }).state,
    agent: { ...agent, status: { word: 'login', number: 1 } as const },
  }
  const step = (seconds: number, waitedMs: readonly number[], ...alerts: readonly string[]) =>
    livedStep(
      later(seconds),
      { kind: 'queues', queues: [{ id: '5', waitedMs }] },
      { state, alerts: alerts.map((cause) => ({ id: `${cause}-5-${seconds}`, kind: 'queue', call: null })) },
    )
  const told = (...steps: readonly ReturnType<typeof step>[]) => whats(queueAlertsOnce(steps, limits, true))

  it('is content with one alert for each cause while it lasts, and another when it came again', () => {
    expect(
      told(
        step(0, [1_000], 'first-waiting'),
        step(30, [31_000, 10], 'threshold', 'length'),
        step(60, []),
        step(90, [5], 'first-waiting'),
      ),
    ).toEqual([])
  })

  it('finds the second alert for a cause that lasts', () => {
    expect(told(step(0, [1_000], 'first-waiting'), step(5, [6_000], 'first-waiting'))).toEqual([
      'a second alert for first-waiting-5',
    ])
  })

  it('finds the alert for what is not so', () => {
    expect(told(step(0, [1_000], 'threshold', 'length'))).toEqual([
      'an alert for threshold-5, which is not so',
      'an alert for length-5, which is not so',
    ])
  })
})
