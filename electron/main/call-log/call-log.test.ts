import { afterEach, describe, expect, it } from 'vitest'
import type { AlertCommand } from '../../../core/alerts/notification.ts'
import { LOG_LAG_MS, OVERLAP_MS, SPREAD_MS } from '../../../core/call-log/step-call-log.ts'
import { createExpectedLegs } from '../../../core/dialling/expected-legs.ts'
import { openJournal } from '../../../core/history/open-journal.ts'
import { temporaryFile } from '../../../core/history/testing/temporary-file.ts'
import { isRecord } from '../../../core/telephony/records.ts'
import type { Settings } from '../../../core/settings/settings.ts'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import { en } from '../../../core/words/en.ts'
import { assembleProgram } from '../program/assemble-program.ts'
import { createTelephonyAccess } from '../session/telephony-access.ts'
import { createConfiguration } from '../settings/configuration.ts'
import type { CallLogStore } from './call-log.ts'

const START = Date.UTC(2026, 10, 22, 12)
const MINUTE = 60_000
const POLL_SECONDS = 20
const NOA = 7
const ends: (() => void)[] = []
afterEach(() => ends.splice(0).forEach((end) => end()))

/** The account's side: what is on the phone, and what the log has. */
interface Server {
  isReachable: boolean
  call: object | null
  records: readonly object[]
  /** Instead of a response with the records. */
  response: (() => Response) | null
  readonly asked: { readonly at: number; readonly from: number; readonly search: unknown }[]
  readonly fetch: typeof globalThis.fetch
}

function server(now: () => number): Server {
  const user = { userID: NOA, onlineUserID: NOA, onlineUserStatus: 1 }
  const one: Server = {
    ...{ isReachable: true, call: null, records: [], response: null, asked: [] },
    async fetch(input, init) {
      await Promise.resolve()
      const url = input instanceof Request ? input.url : input.toString()
      const headers = { date: new Date(now()).toUTCString() }
      if (url.endsWith('/hub/cdr/')) {
        const body: unknown = JSON.parse(typeof init?.body === 'string' ? init.body : '{}')
        const search = isRecord(body) && isRecord(body['search']) ? body['search'] : {}
        one.asked.push({ at: now(), from: Date.parse(`${String(search['fromdate'])}Z`), search })
        return one.response?.() ?? Response.json({ ERROR_NUMBER: 0, CDR_LIST: one.records }, { headers })
      }
      const cause = Object.assign(new Error(), { code: 'ENOTFOUND' })
      if (!one.isReachable) throw new TypeError('fetch failed', { cause })
      const calls = one.call === null ? [] : [one.call]
      const extension = { name: 'Noa', representative: 'Noa', username: 'SIPSIP2', ...user, calls }
      return Response.json({ ERR: 0, DESC: 'OK', EXTENSIONS: [extension] }, { headers })
    },
  }
  return one
}

/** A missed call on Noa's extension, as the log has it. */
const missed = (at: number, id = 'missed-1'): object => ({
  ...{ CallID: id, Date: new Date(at).toISOString(), CdrType: 8, DialStatus: 'NOANSWER', Duration: 0 },
  ...{ RingTime: 14, CallerNumber: '0521234567', TargetNumber: 'SIPSIP2', Targetextension: 'SIPSIP2' },
  ...{ QueueName: 'Sales', UserId: NOA, UserName: 'Noa', RepresentativeName: 'Noa' },
})

const live = (at: number): object => ({
  ...{ ivrid: 'live-1', callStarted: at / 1000 + 7_200, callAnswered: at / 1000 + 7_205, answered: 1 },
  ...{ callername: '', callerphone: '0541112223', callstatus: 'Talking', direction: 'Incoming', did: '' },
  ...{ customdata: {}, recording: { Filename: '', IsMuted: 0 } },
})

interface Given {
  readonly user?: Partial<Settings>
  readonly account?: Server
  readonly clock?: ReturnType<typeof virtualClock>
  readonly store?: CallLogStore
  readonly path?: string
}

/** One run of the program, from `START` unless it is given a clock. */
async function run(given: Given = {}) {
  const clock = given.clock ?? virtualClock(START)
  const account = given.account ?? server(clock.now)
  const file = given.path === undefined ? temporaryFile() : null
  if (file !== null) ends.push(file.remove)
  const path = given.path ?? file?.path ?? ''
  const store = given.store ?? memoryStore()
  let user: Record<string, unknown> = {
    extension: 'SIPSIP2',
    queues: [],
    pollSeconds: POLL_SECONDS,
    ...given.user,
  }
  const configuration = createConfiguration({
    policy: { code: 'c0de' },
    store: {
      values: () => user,
      change(values) {
        user = { ...user, ...values }
        return true
      },
      quarantineFile: null,
    },
    secrets: {
      ...{ code: () => null, state: () => 'none', keeping: () => 'protected' },
      ...{ isUnreadable: () => false, isLate: () => false },
      ...{ save: () => Promise.resolve('saved'), allow: () => Promise.resolve('saved') },
    },
    webhookSecret: { value: () => null, state: () => 'none', save: () => Promise.resolve('saved') },
    version: '0',
    words: () => en,
  })
  const logged: string[] = []
  const log = {
    info: (line: string) => void logged.push(line),
    warn: (line: string) => void logged.push(line),
  }
  const parts = { configuration, fetch: account.fetch, clock, random: () => 0, log }
  const legs = createExpectedLegs(clock.after)
  const problem = { fetch: account.fetch, endingWith: <T>(one: T): T => one }
  const { journal } = openJournal({ path, now: clock.now, log: (line) => void logged.push(line) })
  const {
    companion,
    callLog,
    ends: programEnds,
  } = assembleProgram({
    ...parts,
    legs,
    telephony: createTelephonyAccess({ ...parts, actFetch: parts.fetch, legs, problem }),
    journal: () => journal,
    callLogStore: store,
    openExternal: () => Promise.resolve(),
    words: () => en,
    write: () => Promise.resolve(),
  })
  const alerts: AlertCommand[] = []
  companion.onAlert((command) => void alerts.push(command))
  companion.reconfigure()
  await clock.advance(2 * MINUTE)
  return {
    ...{ account, alerts, callLog, clock, companion, journal, logged, path, store },
    view: () => companion.state().callLog,
    history: () => journal.history({ filter: 'all', limit: 20 }).calls,
    change(values: Partial<Settings>) {
      configuration.change(values)
      companion.reconfigure()
    },
    /** Nothing can be reached for some minutes; then the poller has noticed that it can be again. */
    async blind(minutes: number): Promise<{ readonly from: number; readonly to: number }> {
      const from = clock.now()
      account.isReachable = false
      await clock.advance(minutes * MINUTE)
      account.isReachable = true
      const to = clock.now()
      await clock.advance(MINUTE)
      return { from, to }
    },
    quit() {
      for (const end of programEnds) end()
      journal.close()
    },
  }
}

function memoryStore(): CallLogStore {
  let text: string | null = null
  return { read: () => text, write: (next) => void (text = next) }
}

describe('after a blind gap', () => {
  it('the history is completed from the log, and a missed call is announced once, without a sound', async () => {
    const { account, alerts, blind, clock, history, view, journal } = await run()
    const { from, to } = await blind(5)
    account.records = [missed(from + 2 * MINUTE)]
    await clock.advance(LOG_LAG_MS - 2 * MINUTE)
    expect([account.asked, history()]).toEqual([[], []])
    await clock.advance(4 * MINUTE)
    expect(account.asked).toHaveLength(1)
    expect(account.asked[0]?.search).toMatchObject({ extensions: ['SIPSIP2'] })
    expect(account.asked[0]?.from).toBeLessThanOrEqual(from)
    expect(history()).toMatchObject([
      { ivrid: 'missed-1', outcome: 'missed', logged: { unseen: true, queue: 'Sales' } },
    ])
    expect(alerts).toMatchObject([
      { do: 'show', notification: { kind: 'missed', silent: true, call: 'SIPSIP2/missed-1' } },
    ])
    expect(view()).toMatchObject({ state: 'idle', problem: null })
    expect(journal.openSpans(from, to)).not.toEqual([])
    await clock.advance(OVERLAP_MS + SPREAD_MS)
    expect(account.asked).toHaveLength(2)
    expect([alerts.length, history().length]).toEqual([1, 1])
    expect(journal.openSpans(from, to)).toEqual([])
  })

  it('nothing is requested while somebody is on the phone', async () => {
    const { account, blind, clock } = await run()
    await blind(5)
    account.call = live(clock.now())
    await clock.advance(40 * MINUTE)
    expect(account.asked).toEqual([])
    account.call = null
    await clock.advance(MINUTE)
    expect(account.asked).toHaveLength(1)
  })

  it('the end of a call that nobody saw is filled in', async () => {
    const { account, blind, clock, history } = await run()
    const at = clock.now()
    account.call = live(at)
    await clock.advance(MINUTE)
    account.call = null
    await blind(5)
    expect(history()).toMatchObject([{ ivrid: 'live-1', endSeen: false }])
    const answered = { CallID: 'live-1', DialStatus: 'ANSWER', Duration: 200, CallerNumber: '0541112223' }
    account.records = [{ ...missed(at), ...answered }]
    await clock.advance(10 * MINUTE)
    expect(history()).toMatchObject([
      { ivrid: 'live-1', outcome: 'completed', talkSeconds: 200, logged: { unseen: false } },
    ])
  })
})

describe('a refused request', () => {
  it('is repeated after a wait that doubles, and survives a restart', async () => {
    const first = await run()
    const { account, clock } = first
    const { from } = await first.blind(5)
    account.response = () => Response.json({ ERROR_NUMBER: 1, ERROR_DESCRIPTION: 'Too many requests' })
    await clock.advance(20 * MINUTE)
    const waits = account.asked.map(({ at }, index) => (at - (account.asked[index - 1]?.at ?? at)) / MINUTE)
    expect(waits).toEqual([0, 5, 10])
    expect(first.view()).toMatchObject({
      state: 'waiting',
      problem: { kind: 'failed', failure: { kind: 'limited' } },
    })
    first.quit()
    await clock.advance(10 * MINUTE)
    const second = await run({ ...first, clock, account })
    expect(account.asked).toHaveLength(3)
    account.response = null
    account.records = [missed(from + MINUTE)]
    await clock.advance(30 * MINUTE)
    expect(account.asked.length).toBeGreaterThan(3)
    expect(second.history()).toMatchObject([{ ivrid: 'missed-1' }])
    second.quit()
  })

  it.each([
    ['HTTP 403', () => new Response('', { status: 403 }), 'refused', { kind: 'refused', why: 'address' }],
    [
      'HTTP 404',
      () => new Response('', { status: 404 }),
      'waiting',
      { kind: 'faulty', status: 404, err: null },
    ],
    ['a web page', () => new Response('<html>'), 'waiting', { kind: 'malformed', why: 'web-page' }],
    [
      'half a body',
      () => new Response('{"ERROR_NUMBER":0,"CDR_'),
      'waiting',
      { kind: 'malformed', why: 'cut-short' },
    ],
  ] as const)('says why: %s', async (_what, response, state, failure) => {
    const { account, blind, clock, history, view } = await run()
    await blind(5)
    account.response = response
    await clock.advance(8 * MINUTE)
    expect(view()).toMatchObject({ state, problem: { kind: 'failed', failure } })
    expect(view().nextAt).toBeGreaterThan(clock.now())
    expect(history()).toEqual([])
  })
})

describe('the call log', () => {
  it('is read when the user wants it', async () => {
    const { account, callLog, clock, view } = await run()
    callLog.readNow()
    expect(view().state).toBe('reading')
    callLog.readNow()
    await clock.advance(1_000)
    expect(account.asked).toHaveLength(1)
    expect(view()).toMatchObject({ state: 'idle', lastReadAt: clock.now() - 1_000 })
  })

  it('isn’t read while it is off', async () => {
    const { account, blind, change, clock, callLog, view } = await run({ user: { callLog: false } })
    await blind(5)
    callLog.readNow()
    await clock.advance(30 * MINUTE)
    expect([account.asked, view().state]).toEqual([[], 'off'])
    change({ callLog: true })
    await clock.advance(30 * MINUTE)
    expect([account.asked.length > 0, view().state]).toEqual([true, 'idle'])
  })

  it('reports records that can’t be used', async () => {
    const { account, callLog, clock, history, view } = await run()
    account.records = [missed(clock.now() + 24 * 60 * MINUTE), { CallID: 'x' }]
    callLog.readNow()
    await clock.advance(1_000)
    expect(history()).toEqual([])
    const records = [
      { what: 'no-time', count: 1 },
      { what: 'future', count: 1 },
    ]
    expect(view()).toMatchObject({ state: 'idle', problem: { kind: 'records', records } })
  })

  it('leaves no timer behind', async () => {
    const { clock, quit, blind } = await run()
    await blind(5)
    quit()
    expect(clock.waiting()).toBe(0)
  })
})
