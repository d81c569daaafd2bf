import { describe, expect, it } from 'vitest'
import type { AgentState, Call, StatusWord } from '../../../core/domain.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../core/settings/settings.ts'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { HTTP_LIMITS } from '../../../core/telephony/client.ts'
import type { Attempt } from '../../../core/telephony/attempt.ts'
import type { StatusAnswer, StatusChange } from '../../../core/telephony/telephony-client.ts'
import type { Account } from '../session/account.ts'
import { sampleCall } from '../testing/sample-call.ts'
import { EMPTY_SURROUNDINGS } from '../session/current-session.ts'
import { createAgentStatus } from './agent-status.ts'

const ACCOUNT: Account = {
  baseUrl: 'https://host.example/comet/API',
  muteUrl: 'https://host.example/mute',
  dialUrl: 'https://api.example/click2call.aspx',
  statusUrl: 'https://host.example/status',
  callLogUrl: null,
  extension: 'SIPSIP2',
  pollSeconds: 5,
  region: 'IL',
  zone: 'UTC',
  code: 'c0de',
  masked: false,
  isOwnByPolicy: true,
  surroundings: null,
}
const PLACE = { kind: 'fixed', extension: 'SIPSIP2' } as const
const DONE: Attempt<StatusAnswer> = {
  kind: 'reached',
  answer: { kind: 'done' },
  repairs: [],
  sentAt: 0,
  receivedAt: 0,
  serverDate: null,
}

function setUp(account: Partial<Account> = {}, settings: Partial<Settings> = {}) {
  const clock = virtualClock(1_000)
  const sent: StatusChange[] = []
  const requests: string[] = []
  const is = {
    account: { ...ACCOUNT, ...account } as Account | null,
    word: 'login' as StatusWord,
    ids: { userId: 7, onlineUserId: 7 } as { userId?: number; onlineUserId?: number },
    calls: [] as readonly Call[],
    live: true,
    answer: (_outcome: Attempt<StatusAnswer>): void => undefined,
    polls: 0,
  }
  const watch = (): AgentState => ({
    agent: {
      name: '',
      extension: 'SIPSIP2',
      status: { word: is.word, number: null },
      statusSince: 0,
      ...is.ids,
    },
    calls: is.calls,
    connection: is.live ? { kind: 'live' } : { kind: 'connecting', failure: null },
    lastGoodAt: 1,
    clock: null,
  })
  const status = createAgentStatus({
    clock,
    configuration: {
      settings: () => ({ ...DEFAULT_SETTINGS, offeredStatuses: ['login', 'logout', 'lunch'], ...settings }),
      account: () => is.account,
    },
    session: {
      state: watch,
      surroundings: () => ({ ...EMPTY_SURROUNDINGS, location: PLACE }),
      pollNow: () => {
        is.polls += 1
        return Promise.resolve()
      },
    },
    telephony: {
      limits: HTTP_LIMITS,
      setStatus: (_account, change) => {
        sent.push(change)
        return new Promise((settle) => (is.answer = settle))
      },
    },
    onChange: () => undefined,
    onRequest: ({ kind }) => requests.push(kind),
  })
  const poll = (): void => status.answered(watch(), { sentAt: clock.now(), receivedAt: clock.now() })
  return { status, sent, requests, is, clock, poll, view: () => status.view(watch(), PLACE) }
}

describe('the agent’s status', () => {
  it('is off without a policy, and then sends nothing', () => {
    const { status, view, sent } = setUp({}, { offeredStatuses: [] })
    status.set('lunch')
    expect([view().kind, sent]).toEqual(['off', []])
  })

  it('is requested, and confirmed by the next snapshot', async () => {
    const { status, sent, is, clock, poll, requests } = setUp()
    status.set('lunch')
    expect(sent).toEqual([{ extension: 'SIPSIP2', userId: 7, status: 3 }])
    is.answer(DONE)
    await clock.advance(100)
    expect(is.polls).toBe(1)
    is.word = 'lunch'
    poll()
    expect(requests).toEqual(['asked', 'confirmed'])
  })

  it('sends nothing for a second click that arrives after the first is confirmed', async () => {
    const { status, sent, is, clock, poll } = setUp()
    status.set('lunch')
    is.answer(DONE)
    await clock.advance(100)
    is.word = 'lunch'
    poll()
    status.set('lunch')
    expect(sent).toHaveLength(1)
    status.set('login')
    expect(sent).toHaveLength(2)
  })

  it('returns to the displayed status while another one is requested', async () => {
    const { status, sent, is, clock } = setUp()
    status.set('lunch')
    status.set('login')
    is.answer(DONE)
    await clock.advance(100)
    expect(sent.map((one) => one.status)).toEqual([3, 1])
  })

  it('sends nothing for a status that isn’t offered', () => {
    const { status, sent } = setUp()
    status.set('brief')
    expect(sent).toEqual([])
  })

  it.each<[string, Partial<Account>, { userId?: number; onlineUserId?: number }, string]>([
    ['the code may not be sent there', { statusUrl: null }, {}, 'code'],
    ['it may be a colleague’s', { masked: true }, {}, 'maybe-colleague'],
    ['neither person is known', {}, {}, 'no-person'],
    ['someone else is logged in', { isOwnByPolicy: false }, { userId: 7, onlineUserId: 8 }, 'somebody-else'],
  ])('isn’t offered if %s, and nothing is sent', (_where, account, ids, why) => {
    const { status, view, sent, is } = setUp(account)
    is.ids = ids
    status.set('lunch')
    expect([view(), sent]).toEqual([{ kind: 'unavailable', why }, []])
  })

  it('isn’t offered while the displayed state is out of date', () => {
    const { status, view, sent, is } = setUp()
    is.live = false
    status.set('lunch')
    expect([view(), sent]).toEqual([{ kind: 'unavailable', why: 'stale' }, []])
  })

  it('can be set again by an agent who logged out here, even if no policy fixes the extension', () => {
    const { status, view, sent, is, poll } = setUp({ isOwnByPolicy: false })
    poll()
    is.word = 'logout'
    is.ids = { userId: 7 }
    expect(view().kind).toBe('offered')
    status.set('login')
    expect(sent).toMatchObject([{ userId: 7, status: 1 }])
    status.leave()
    expect(view()).toEqual({ kind: 'unavailable', why: 'nowhere' })
  })

  it('doesn’t receive the outcome once another account is watched', async () => {
    const { status, is, clock, requests } = setUp()
    status.set('lunch')
    status.leave()
    is.answer(DONE)
    await clock.advance(100)
    expect(requests).toEqual(['asked', 'none'])
  })
})

describe('when the program quits', () => {
  it('is sent once, whatever the outcome', async () => {
    const { status, sent, is } = setUp()
    const last = status.last('logout')
    is.answer({ kind: 'unreachable', why: 'timeout' })
    expect([await last, sent.length]).toEqual([true, 1])
  })

  it('isn’t sent during a call, or if it is the current one', async () => {
    const { status, sent, is } = setUp()
    is.calls = [sampleCall()]
    expect(await status.last('logout')).toBe(false)
    is.calls = []
    is.word = 'logout'
    expect([await status.last('logout'), sent]).toEqual([false, []])
  })
})
