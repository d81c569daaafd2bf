import { afterEach, describe, expect, it } from 'vitest'
import { createCentre, type Centre } from '../centre.ts'
import type { Lag } from '../world/call-log.ts'
import { CALL_LOG_QUIRKS } from './call-log-quirks.ts'

const START = Date.UTC(2026, 6, 15, 6)
const MINUTE_MS = 60_000
const HERE = 'SIPSIP2'
let centre: Centre | null = null
let now = START

/** A centre whose clock moves only when the test moves it, in which nothing happens automatically. */
async function open({ lag, isQuiet = true }: { lag?: Lag; isQuiet?: boolean } = {}): Promise<string> {
  now = START
  const parts = {
    seed: 7,
    scenario: 'busy-shift',
    zone: 'Asia/Jerusalem',
    code: 'secret',
    wrongCode: 'error',
  } as const
  centre = createCentre({ ...parts, speed: 1, now: () => now, ...(lag === undefined ? {} : { lag }) })
  centre.world.setQuiet(isQuiet)
  return `http://127.0.0.1:${await centre.listen(0)}`
}

afterEach(async () => {
  await centre?.close()
  centre = null
})

const AT_ONCE: Lag = { leastMs: 0, mostMs: 0 }

const post = (url: string, body: object | string = {}): Promise<Response> =>
  fetch(url, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) })

type Row = Readonly<Record<string, unknown>>
interface Log {
  readonly ERROR_NUMBER: number
  readonly TOTAL_HITS: number
  readonly RETURN_HITS: number
  readonly CDR_LIST: readonly Row[]
}

const utc = (at: number): string => new Date(at).toISOString().slice(0, 19)
const DAY = { fromdate: utc(START - MINUTE_MS), todate: utc(START + 86_400_000) }

const ask = (base: string, more: object = {}): Promise<Response> =>
  post(`${base}/hub/cdr/`, { code: 'secret', search: { ...DAY, extensions: [HERE] }, ...more })
const read = async (base: string, more: object = {}): Promise<Log> =>
  (await (await ask(base, more)).json()) as Log
const rows = async (base: string, more: object = {}): Promise<readonly Row[]> =>
  (await read(base, more)).CDR_LIST
const everyone = { search: DAY }

async function call(base: string, more: object = {}): Promise<string> {
  const answer = await post(`${base}/sim/call`, {
    extension: HERE,
    phone: '0521234567',
    did: '039001234',
    ...more,
  })
  return ((await answer.json()) as { ivrid: string }).ivrid
}
const act = (base: string, command: string, more: object): Promise<Response> =>
  post(`${base}/sim/${command}`, more)
const passes = (seconds: number): void => void (now += seconds * 1000)

/** Rings for 8 s, is answered and lasts a minute. */
async function answeredCall(base: string, more: object = {}): Promise<string> {
  const ivrid = await call(base, more)
  passes(8)
  await act(base, 'answer', { ivrid })
  passes(60)
  await act(base, 'hangup', { ivrid })
  return ivrid
}

describe('the call log over a socket', () => {
  it('has an answered call, with every field of the documentation', async () => {
    const base = await open({ lag: AT_ONCE })
    const ivrid = await answeredCall(base)
    const { userId, name } = centre!.world.agent(HERE)!
    expect(await read(base)).toEqual({
      ERROR_NUMBER: 0,
      ERROR_DESCRIPTION: 'OK',
      STATUS_CODE: 200,
      TOTAL_HITS: 1,
      RETURN_HITS: 1,
      CDR_LIST: [
        {
          CallerNumber: '0521234567',
          TargetNumber: '039001234',
          Date: `${utc(START)}Z`,
          DateEpoch: START / 1000,
          Duration: 60,
          CallID: ivrid,
          Type: 'Incoming Call',
          CdrType: 1,
          DialStatus: 'ANSWER',
          Targetextension: HERE,
          CallerExtension: '',
          DID: '039001234',
          QueueName: '',
          RecordURL: expect.stringMatching(/^https:\/\/[a-z.]+voicenter\.com\//) as string,
          RecordExpect: true,
          RingTime: 8,
          RepresentativeName: name,
          RepresentativeCode: String(userId),
          UserName: name,
          UserId: userId,
          DTMFData: [],
          CustomData: {},
          DepartmentName: '',
        },
      ],
    })
  })

  it('shows nothing of a call before it is over, nor in the minutes after', async () => {
    const base = await open({ lag: { leastMs: 2 * MINUTE_MS, mostMs: 4 * MINUTE_MS } })
    await call(base)
    passes(3_600)
    expect(await rows(base)).toEqual([])
    await act(base, 'hangup', { extension: HERE })
    passes(119)
    expect(await rows(base)).toEqual([])
    passes(122)
    expect(await rows(base)).toHaveLength(1)
  })

  it('lags by the same random time for the same seed', async () => {
    async function appeared(): Promise<number> {
      const base = await open()
      await answeredCall(base)
      for (let seconds = 0; ; seconds += 10, passes(10)) if ((await rows(base)).length > 0) return seconds
    }
    const first = await appeared()
    await centre!.close()
    expect(first).toBeGreaterThanOrEqual(60)
    expect(first).toBeLessThanOrEqual(300)
    expect(await appeared()).toBe(first)
  })

  it('lets the lag be set while it runs', async () => {
    const base = await open()
    await answeredCall(base)
    expect(await rows(base)).toEqual([])
    expect(await (await act(base, 'log-lag', { leastSeconds: 0, mostSeconds: 0 })).json()).toEqual({})
    expect(await rows(base)).toHaveLength(1)
    for (const bad of [{ leastSeconds: 5, mostSeconds: 4 }, { leastSeconds: '1' }, { mostSeconds: -1 }])
      expect((await act(base, 'log-lag', bad)).status).toBe(400)
  })

  it.each([
    ['missed', 'hangup', {}, { DialStatus: 'CANCEL', Duration: 0, RingTime: 5, RecordURL: '' }],
    ['declined', 'hangup', { extension: HERE }, { DialStatus: 'BUSY', Duration: 0 }],
  ])('has a call that was %s', async (_what, command, which, expected) => {
    const base = await open({ lag: AT_ONCE })
    const ivrid = await call(base)
    passes(5)
    await act(base, command, Object.keys(which).length > 0 ? which : { ivrid })
    expect(await rows(base)).toMatchObject([expected])
  })

  it('has an outgoing call, from the extension’s side', async () => {
    const base = await open({ lag: AT_ONCE })
    await answeredCall(base, { direction: 'Outgoing' })
    expect(await rows(base)).toMatchObject([
      { CdrType: 4, CallerExtension: HERE, Targetextension: '', TargetNumber: '0521234567', Duration: 60 },
    ])
  })

  it.each([true, false])('has both legs of a click-to-call; one id: %s', async (sameId) => {
    const base = await open({ lag: AT_ONCE })
    await act(base, 'first-leg', { sameId })
    const placed = await post(`${base}/ForwardDialer/click2call.aspx`, {
      ...{ code: 'secret', phone: HERE, target: '972501234567', action: 'call', format: 'json' },
    })
    const { CALLID: id } = (await placed.json()) as { CALLID: string }
    passes(4)
    await act(base, 'answer', { extension: HERE })
    passes(7)
    await act(base, 'answer', { extension: HERE })
    passes(30)
    await act(base, 'hangup', { extension: HERE })
    const legs = await rows(base, { sort: [{ field: 'cdrType', order: 'asc' }] })
    expect(legs).toMatchObject([
      { CdrType: 9, DialStatus: 'ANSWER', Targetextension: HERE },
      { CdrType: 10, CallID: id, DialStatus: 'ANSWER', CallerExtension: HERE, Duration: 30, RingTime: 7 },
    ])
    expect(legs[0]!['CallID'] === id).toBe(sameId)
  })

  it('has only the first leg if the agent doesn’t pick up', async () => {
    const base = await open({ lag: AT_ONCE })
    await post(`${base}/ForwardDialer/click2call.aspx`, {
      ...{ code: 'secret', phone: HERE, target: '972501234567', action: 'call', format: 'json' },
    })
    passes(61)
    expect(await rows(base)).toMatchObject([{ CdrType: 9, DialStatus: 'NOANSWER', Duration: 0 }])
  })

  it('names the call that a transferred one came from', async () => {
    const base = await open({ lag: AT_ONCE })
    const ivrid = await call(base)
    await act(base, 'answer', { ivrid })
    passes(20)
    const answer = await act(base, 'transfer', { extension: HERE, to: 'SIPSIP1' })
    const { ivrid: next } = (await answer.json()) as { ivrid: string }
    passes(5)
    await act(base, 'hangup', { ivrid: next })
    expect(await rows(base)).toMatchObject([{ CallID: ivrid, Duration: 20, DialStatus: 'ANSWER' }])
    expect(await rows(base, { search: { ...DAY, extensions: ['SIPSIP1'] } })).toMatchObject([
      { CallID: next, CdrType: 13, CustomData: { OriginalIvrUniqueID: ivrid } },
    ])
  })

  it('has a record for each extension that rang, and says who answered', async () => {
    const base = await open({ lag: AT_ONCE })
    const ivrid = await call(base)
    await call(base, { extension: 'SIPSIP1', ivrid })
    passes(6)
    await act(base, 'answer', { extension: 'SIPSIP1' })
    passes(10)
    await act(base, 'hangup', { ivrid })
    const { name } = centre!.world.agent('SIPSIP1')!
    expect(await rows(base)).toMatchObject([
      { CallID: ivrid, Targetextension: HERE, DialStatus: 'CANCEL', RepresentativeName: name, Duration: 0 },
    ])
    expect(await rows(base, everyone)).toHaveLength(2)
  })

  it('has whoever was logged in when it rang', async () => {
    const base = await open({ lag: AT_ONCE })
    await act(base, 'login', { extension: HERE, representative: 'Yael Mor' })
    const ivrid = await call(base)
    await act(base, 'login', { extension: HERE })
    await act(base, 'hangup', { ivrid })
    expect(await rows(base)).toMatchObject([{ UserName: 'Yael Mor' }])
  })

  it('has all calls of a busy morning that are over, as they really were', async () => {
    const base = await open({ lag: AT_ONCE, isQuiet: false })
    passes(4 * 3_600)
    const { TOTAL_HITS: total, CDR_LIST: list } = await read(base, everyone)
    const over = new Set(
      centre!.world.events().flatMap((event) => (event.kind === 'call-ended' ? [event.ivrid] : [])),
    )
    expect(new Set(list.map(({ CallID }) => CallID))).toEqual(over)
    expect(total).toBe(list.length)
    const talks = centre!.world
      .events()
      .filter((event) => event.kind === 'talk-ended' && over.has(event.ivrid)) as { talkMs: number }[]
    expect(list.filter(({ DialStatus }) => DialStatus === 'ANSWER')).toHaveLength(talks.length)
    const talked = list.reduce((sum, { Duration }) => sum + Number(Duration), 0)
    expect(Math.abs(talked - talks.reduce((sum, { talkMs }) => sum + talkMs / 1000, 0))).toBeLessThan(
      talks.length,
    )
    expect(new Set(list.map(({ CdrType }) => CdrType))).toEqual(new Set([4, 8, 13]))
    expect(new Set(list.map(({ DialStatus }) => DialStatus))).toEqual(
      new Set(['ANSWER', 'NOANSWER', 'CANCEL', 'ABANDONE']),
    )
  })
})

describe('a search in the call log', () => {
  it('returns only the fields asked for, whatever their case', async () => {
    const base = await open({ lag: AT_ONCE })
    await answeredCall(base)
    expect(await rows(base, { fields: ['Duration', 'Callerextension', 'nothing'] })).toEqual([
      { Duration: 60, CallerExtension: '' },
    ])
  })

  it('finds calls by start, extension, type, number and id, the newest first', async () => {
    const base = await open({ lag: AT_ONCE })
    const first = await answeredCall(base)
    const second = await answeredCall(base, { direction: 'Outgoing', phone: '972541112222' })
    await answeredCall(base, { extension: 'SIPSIP1' })
    const found = async (search: object, more: object = {}): Promise<unknown[]> =>
      (await rows(base, { search: { ...DAY, extensions: [HERE], ...search }, ...more })).map(
        ({ CallID }) => CallID,
      )
    expect(await found({})).toEqual([second, first])
    expect(await found({}, { sort: [{ field: 'date', order: 'asc' }] })).toEqual([first, second])
    expect(await found({ todate: utc(START + 30_000) })).toEqual([first])
    expect(await found({ fromdate: utc(START + 30_000) })).toEqual([second])
    expect(await found({ cdrTypes: [4] })).toEqual([second])
    expect(await found({ phones: ['0541112222'] })).toEqual([second])
    expect(await found({ callID: first })).toEqual([first])
    expect(await found({ extensions: ['sipsip2'] })).toEqual([])
    expect(await found({ extensions: [] })).toHaveLength(3)
  })
})

describe('an error of the call log', () => {
  const error = async (base: string, more: object): Promise<unknown> => {
    const { CDR_LIST, ...rest } = await read(base, more)
    expect(CDR_LIST).toEqual([])
    return rest.ERROR_NUMBER
  }

  it('is 2 for a wrong code or none, and 5 for wrong dates or none', async () => {
    const base = await open()
    expect(await error(base, { code: 'wrong' })).toBe(2)
    expect(await error(base, { code: undefined })).toBe(2)
    expect(await (await post(`${base}/hub/cdr/`, '{')).json()).toMatchObject({ ERROR_NUMBER: 2 })
    for (const search of [
      undefined,
      {},
      { ...DAY, todate: undefined },
      { ...DAY, fromdate: '15.7.2026' },
      { ...DAY, fromdate: '2026-07-15T25:00:00' },
      { fromdate: DAY.todate, todate: DAY.fromdate },
    ])
      expect(await error(base, { search })).toBe(5)
  })

  it('is 1 for more than thirty requests in a minute, until it is over', async () => {
    const base = await open()
    for (let request = 0; request < 30; request += 1) expect(await error(base, {})).toBe(0)
    expect(await error(base, {})).toBe(1)
    passes(59)
    expect(await error(base, {})).toBe(1)
    passes(2)
    expect(await error(base, {})).toBe(0)
  })

  it('is a page for GET', async () => {
    const base = await open()
    expect((await fetch(`${base}/hub/cdr/?code=secret`)).status).toBe(404)
  })
})

describe('a fault of the call log', () => {
  const fail = (base: string, kind: string, more: object = {}): Promise<Response> =>
    post(`${base}/sim/fault`, { kind, endpoint: 'call-log', ...more })
  const ids = (list: readonly Row[]): unknown[] => list.map(({ CallID }) => CallID)

  /** An answered call, a missed one, and the rows of both under a fault. */
  async function under(kind: string): Promise<{ usual: readonly Row[]; rows: readonly Row[]; base: string }> {
    const base = await open({ lag: AT_ONCE })
    await answeredCall(base, { ivrid: 'call-a' })
    await call(base, { ivrid: 'call-b' })
    passes(9)
    await act(base, 'hangup', { ivrid: 'call-b' })
    const usual = await rows(base)
    await fail(base, kind)
    return { base, usual, rows: await rows(base) }
  }

  it.each([
    ['log-too-often', 1],
    ['log-address', 4],
  ])('%s is ERROR_NUMBER %s', async (kind, number) => {
    const { base } = await under(kind)
    expect(await read(base)).toMatchObject({ ERROR_NUMBER: number, CDR_LIST: [] })
  })

  it('ends by itself after as many seconds of the world’s time as requested', async () => {
    const base = await open()
    await fail(base, 'log-too-often', { seconds: 3_600 })
    passes(3_599)
    expect(await read(base)).toMatchObject({ ERROR_NUMBER: 1 })
    passes(1)
    expect(await read(base)).toMatchObject({ ERROR_NUMBER: 0 })
    expect((await fail(base, 'log-too-often', { seconds: 0 })).status).toBe(400)
  })

  it('log-late shows them an hour later', async () => {
    const { base, rows: late, usual } = await under('log-late')
    expect(late).toEqual([])
    passes(3_600)
    expect(await rows(base)).toEqual(usual)
  })

  it('log-disagrees contradicts some durations and outcomes, each time alike', async () => {
    const base = await open({ lag: AT_ONCE, isQuiet: false })
    passes(3 * 3_600)
    const usual = await rows(base, everyone)
    await fail(base, 'log-disagrees')
    const contradicted = await rows(base, everyone)
    expect(await rows(base, everyone)).toEqual(contradicted)
    const differing = (name: string): number =>
      contradicted.filter((row, index) => row[name] !== usual[index]![name]).length
    for (const name of ['DialStatus', 'Duration']) {
      expect(differing(name)).toBeGreaterThan(usual.length / 5)
      expect(differing(name)).toBeLessThan(usual.length * 0.8)
    }
  })

  it('log-ring-group has one record for all extensions that rang', async () => {
    const base = await open({ lag: AT_ONCE })
    await fail(base, 'log-ring-group')
    const answered = await call(base)
    await call(base, { extension: 'SIPSIP1', ivrid: answered })
    passes(6)
    await act(base, 'answer', { extension: 'SIPSIP1' })
    await act(base, 'hangup', { ivrid: answered })
    const missed = await call(base)
    await call(base, { extension: 'SIPSIP3', ivrid: missed })
    passes(6)
    await act(base, 'hangup', { ivrid: missed })
    const { name } = centre!.world.agent('SIPSIP1')!
    const expected = [
      { CallID: missed, Targetextension: HERE, DialStatus: 'CANCEL' },
      { CallID: answered, Targetextension: 'SIPSIP1', DialStatus: 'ANSWER', UserName: name },
    ]
    expect(await rows(base)).toMatchObject(expected)
    expect(await rows(base, everyone)).toMatchObject(expected)
  })

  it('log-unfiltered returns other extensions’ records too', async () => {
    const base = await open({ lag: AT_ONCE })
    await answeredCall(base, { extension: 'SIPSIP1' })
    expect(await rows(base)).toEqual([])
    await fail(base, 'log-unfiltered')
    expect(await rows(base)).toMatchObject([{ Targetextension: 'SIPSIP1' }])
  })

  it('log-no-ids omits ids', async () => {
    expect(ids((await under('log-no-ids')).rows)).toEqual([undefined, null])
  })

  it('log-case writes names and extensions in other case', async () => {
    const { rows: odd } = await under('log-case')
    expect(odd).toMatchObject([
      { CALLID: 'call-b', TARGETEXTENSION: 'SIPSIP2' },
      { callid: 'call-a', targetextension: 'sipsip2' },
    ])
  })

  it('log-text writes numbers as text', async () => {
    const { base } = await under('log-text')
    expect(await read(base)).toMatchObject({
      ERROR_NUMBER: '0',
      TOTAL_HITS: '2',
      CDR_LIST: [{ Duration: '0' }, { Duration: '60', CdrType: '1', UserId: expect.any(String) as string }],
    })
  })

  it('log-zone writes the same moments in the account’s zone', async () => {
    const { usual, rows: odd } = await under('log-zone')
    expect(odd[0]!['Date']).toMatch(/\+03:00$/)
    expect(Date.parse(String(odd[0]!['Date']))).toBe(Date.parse(String(usual[0]!['Date'])))
    expect(odd[1]!['Date']).toBe(utc(Date.parse(String(usual[1]!['Date'])) + 3 * 3_600_000))
    expect(odd.map(({ DateEpoch }) => DateEpoch)).toEqual(usual.map(({ DateEpoch }) => DateEpoch))
  })

  it('log-tomorrow adds a record from tomorrow', async () => {
    const { usual, rows: odd } = await under('log-tomorrow')
    expect(odd.slice(1)).toEqual(usual)
    expect(Date.parse(String(odd[0]!['Date']))).toBe(now + 86_400_000)
  })

  it('log-twice has every record twice, with different durations', async () => {
    const { rows: odd } = await under('log-twice')
    expect(odd.map(({ CallID, Duration }) => [CallID, Duration])).toEqual([
      ['call-b', 0],
      ['call-b', 0],
      ['call-a', 60],
      ['call-a', 77],
    ])
  })

  it('log-10000 returns as many as it ever does, and says that there are more', async () => {
    const { base } = await under('log-10000')
    const { TOTAL_HITS: total, RETURN_HITS: returned, CDR_LIST: list } = await read(base)
    expect([returned, list.length, total > returned]).toEqual([10_000, 10_000, true])
    expect(new Set(ids(list))).toEqual(new Set(['call-b']))
  })

  it('log-unknown has unknown words, and things that are no records', async () => {
    const { rows: odd } = await under('log-unknown')
    expect(odd.slice(0, 5)).toEqual([null, 7, 'record', [], {}])
    expect(odd.slice(5)).toMatchObject([
      { CdrType: 77, Type: 'Pigeon', DialStatus: 'CANCEL' },
      { CdrType: 77, DialStatus: 'CONNECTED_OK', Duration: 60 },
    ])
  })

  it.each([
    ['403', 403],
    ['404', 404],
    ['web-page', 200],
  ])('%s is a page with status %s', async (kind, status) => {
    const { base } = await faulty(kind)
    const answer = await ask(base)
    expect(answer.status).toBe(status)
    expect(await answer.text()).toMatch(/^<!doctype html>/)
  })

  it('half-body sends half of it', async () => {
    const { base } = await faulty('half-body')
    await expect((await ask(base)).text()).rejects.toThrow()
  })

  async function faulty(kind: string): Promise<{ base: string }> {
    const base = await open({ lag: AT_ONCE })
    await answeredCall(base)
    await fail(base, kind)
    return { base }
  }

  it('has no effect on other endpoints', async () => {
    const base = await open()
    for (const kind of CALL_LOG_QUIRKS) {
      await post(`${base}/sim/fault`, { kind, endpoint: 'all' })
      const answer = await post(`${base}/comet/API/GetExtensionsCalls`, { code: 'secret', extension: HERE })
      expect(await answer.json()).toMatchObject({ ERR: 0, EXTENSIONS: [{ username: HERE }] })
    }
  })
})
