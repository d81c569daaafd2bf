import { describe, expect, it } from 'vitest'
import type { TruthEvent } from '../../../simulator/world/truth.ts'
import { good, livedStep, START, view, step } from '../testing/sample-step.ts'
import { followsAgent } from './follows-agent.ts'
import { foundInTime } from './found-in-time.ts'
import { ownShare } from './own-share.ts'
import { queueAlertsOnce } from './queue-alerts-once.ts'
import { withinBudget } from './within-budget.ts'

const whats = (found: readonly { readonly what: string }[]) => found.map(({ what }) => what)
const at = (extension: string) => ({ kind: 'at', extension, since: START }) as const
const nowhere = { kind: 'nowhere', since: START } as const
const later = (seconds: number): number => START + seconds * 1_000

describe('follows the agent', () => {
  const views = [view(START, []), view(START, [], { extension: 'B', onlineUserId: 0 })]
  const reported = (location: typeof nowhere | ReturnType<typeof at>, seen = views) =>
    whats(followsAgent([livedStep(START, { kind: 'everyone', views: seen }, { location })], [], 7))

  it('accepts one of the extensions, and none if there is none', () => {
    expect([...reported(at('SIPSIP2')), ...reported(nowhere, [])]).toEqual([])
  })

  it('finds a wrong extension, and one that was not found', () => {
    expect(reported(at('B'))).toEqual(['the agent is shown as at B, but is logged in at [SIPSIP2]'])
    expect(reported(nowhere)).toEqual(['the agent is shown as nowhere, but is logged in at [SIPSIP2]'])
  })

  it('accepts the previous extension while a response is in doubt', () => {
    const lacking = livedStep(START, { kind: 'everyone', views: [] }, { location: at('SIPSIP2') })
    const taken = (kind: 'aside' | 'nowhere') => [step(START, { kind })]
    expect(followsAgent([lacking], taken('aside'), 7)).toEqual([])
    expect(followsAgent([lacking], taken('nowhere'), 7)).toHaveLength(1)
  })
})

describe('found in time', () => {
  const seat = (seconds: number, extension: string, onlineUserId: number): TruthEvent => ({
    ...{ kind: 'status', seq: 1, at: later(seconds), extension, status: 1, onlineUserId },
  })
  const moved = [seat(0, 'SIPSIP2', 0), seat(5, 'B', 7)]
  const reported = (location: typeof nowhere | ReturnType<typeof at>, failedAt = -1) => {
    const { kind, view: seen } = good(START)
    const steps = [10, 40, 79, 81].map((seconds) =>
      seconds === failedAt
        ? livedStep(later(seconds), { kind: 'failed', why: 'other', about: 'everyone' })
        : livedStep(later(seconds), { kind, view: seen }, { location }),
    )
    return whats(foundInTime(steps, moved, { person: 7, extension: 'SIPSIP2' }))
  }

  it('accepts an agent who is found, and requires nothing if requests failed', () => {
    expect([...reported(at('B')), ...reported(nowhere, 40)]).toEqual([])
  })

  it('finds an agent who is still being located, or at the wrong extension', () => {
    expect(reported(nowhere)).toEqual(['the agent is logged in at B, but is shown as nowhere'])
    expect(reported(at('SIPSIP2'))).toEqual(['the agent is logged in at B, but is shown as at SIPSIP2'])
  })
})

describe('within the budget', () => {
  const asked = (...seconds: readonly number[]) =>
    seconds.map((second) => ({ at: later(second), run: 1, about: 'queues' as const }))

  it('accepts as many in a minute as are allowed, and starts over with each run', () => {
    expect(withinBudget(asked(0, 20, 60, 80), 2)).toEqual([])
    const anew = [...asked(0, 20), { at: later(30), run: 2, about: 'queues' as const }]
    expect(withinBudget(anew, 2)).toEqual([])
  })

  it('finds one too many', () => {
    expect(whats(withinBudget(asked(0, 20, 59), 2))).toEqual(['3 requests in 59 s'])
  })
})

describe('own share', () => {
  const asked = (abouts: string, run = 1) =>
    abouts.split('').map((about, second) => ({
      ...{ at: later(second), run },
      about: about === 'e' ? ('extension' as const) : ('queues' as const),
    }))
  const watching = (location: ReturnType<typeof at> | typeof nowhere) => [
    livedStep(START - 1, { kind: 'began' }, { location }),
  ]
  const here = watching(at('SIPSIP2'))

  it('accepts three of twelve requests about something else, and starts over with each run', () => {
    expect(ownShare(asked('qqqeeeeeeeeeqqq'), here)).toEqual([])
    expect(ownShare([...asked('eqqq'), ...asked('qqqe', 2)], here)).toEqual([])
  })

  it('accepts any number while there is no extension to watch', () => {
    expect(ownShare(asked('qqqqqqq'), watching(nowhere))).toEqual([])
  })

  it('accepts any number while the extension waits after a failure', () => {
    const failed = livedStep(
      later(3),
      { kind: 'failed', why: 'other', about: 'extension' },
      { location: at('SIPSIP2') },
    )
    const again = livedStep(later(9), { kind: 'unknown-extension' }, { location: at('SIPSIP2') })
    expect(ownShare(asked('eeeqqqqqeeqqq'), [...here, failed, again])).toEqual([])
    expect(ownShare(asked('eeeqqqqqeeqqqq'), [...here, failed, again])).toHaveLength(1)
  })

  it('finds a fourth', () => {
    expect(whats(ownShare(asked('qqqeeeeeeeeq'), here))).toEqual(['4 of 12 requests about something else'])
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
  const reported = (...steps: readonly ReturnType<typeof step>[]) =>
    whats(queueAlertsOnce(steps, limits, true))

  it('accepts one alert for each reason while it lasts, and another when it occurs again', () => {
    expect(
      reported(
        step(0, [1_000], 'first-waiting'),
        step(30, [31_000, 10], 'threshold', 'length'),
        step(60, []),
        step(90, [5], 'first-waiting'),
      ),
    ).toEqual([])
  })

  it('finds the second alert for a cause that lasts', () => {
    expect(reported(step(0, [1_000], 'first-waiting'), step(5, [6_000], 'first-waiting'))).toEqual([
      'a second alert for first-waiting-5',
    ])
  })

  it('finds an alert without a reason', () => {
    expect(reported(step(0, [1_000], 'threshold', 'length'))).toEqual([
      'an alert for threshold-5, which is not so',
      'an alert for length-5, which is not so',
    ])
  })
})
