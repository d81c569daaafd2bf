import { describe, expect, it } from 'vitest'
import { virtualClock } from '../testing/virtual-clock.ts'
import { en } from '../words/en.ts'
import { decisionLine } from './decision-line.ts'
import { playRecording } from './play-recording.ts'
import type {
  RecordedAnswer,
  RecordedSurroundings,
  RecordedEntry,
  RecordedOutcome,
  RecordingHeader,
} from './recording.ts'

const START = Date.UTC(2026, 0, 15, 6)
const HEADER: RecordingHeader = {
  kind: 'ringside-recording',
  format: 1,
  version: '1.2.3',
  startedAt: START,
  extension: 'ABC2',
  pollSeconds: 5,
  zone: 'UTC',
  region: 'IL',
  alertOnRing: true,
  alertOnMissed: true,
  alertsPausedUntil: null,
  known: null,
}

const AROUND: RecordedSurroundings = {
  person: null,
  queues: 'all',
  queueThresholdSeconds: 60,
  queueThresholds: {},
  alertOnFirstWaiting: true,
  alertOnQueueThreshold: true,
  alertOnQueueLength: true,
  queueLength: 2,
  requestsPerMinute: 12,
  waiting: null,
  told: [],
  failing: [],
  asked: [],
}
/** Without the Unicode marks that isolate inserted text. */
const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '')

const call = (callstatus: string, answered = 0) => ({
  ivrid: 'x1',
  callstatus,
  answered,
  callStarted: START / 1000,
  callAnswered: answered === 0 ? 0 : START / 1000 + 5,
  callerphone: '0722776772',
  callername: 'Sales',
  direction: 'Incoming',
  did: '',
  customdata: {},
  recording: { Filename: '', IsMuted: 0 },
})
const body = (...calls: readonly object[]): string =>
  JSON.stringify({
    ERR: 0,
    DESC: 'OK',
    EXTENSIONS: [
      {
        name: '',
        representative: '',
        username: 'ABC2',
        userID: 1,
        onlineUserID: 1,
        onlineUserStatus: 1,
        calls,
      },
    ],
  })
const said = (text: string): RecordedOutcome => ({
  kind: 'response',
  status: 200,
  headers: {},
  body: { kind: 'json', text },
})
const at = (
  second: number,
  outcome: RecordedOutcome,
  more: Partial<RecordedAnswer> = {},
): RecordedAnswer => ({
  kind: 'answer',
  method: 'extensions',
  one: true,
  sentAt: START + second * 1000,
  endedAt: START + second * 1000 + 100,
  outcome,
  ...more,
})

/** The decisions as lines, without the date. */
async function played(entries: readonly RecordedEntry[], header: Partial<RecordingHeader> = {}) {
  const recording = { header: { ...HEADER, ...header }, entries }
  const decisions = await playRecording(recording, { clockAt: virtualClock, words: en })
  return decisions.map((one) => decisionLine(one, en).slice(11).replace(/\s+/g, ' '))
}

describe('playRecording', () => {
  it('replays a missed call: events and alerts, each at its time', async () => {
    const lines = await played([
      at(0, said(body())),
      at(5, said(body(call('Ringing')))),
      at(10, said(body())),
    ])
    expect(lines).toEqual([
      '06:00:00.100Z connection live',
      '06:00:05.100Z ringing ABC2/x1 · 0722776772 · Sales',
      '06:00:05.100Z alert Ringing: 072-277-6772',
      '06:00:10.100Z ended ABC2/x1 · 0722776772 · Sales · missed, talked 0 s',
      '06:00:10.100Z alert gone Ringing: 072-277-6772',
      '06:00:10.100Z alert Missed call: 072-277-6772',
    ])
  })

  it('doesn’t report what was known at the start', async () => {
    const known = { at: START - 2_000, body: body(call('Ringing')) }
    const lines = await played([at(0, said(body(call('Ringing')))), at(5, said(body(call('Talking', 1))))], {
      known,
    })
    expect(lines).toEqual([
      '06:00:05.100Z answered ABC2/x1 · 0722776772 · Sales',
      '06:00:05.100Z alert gone Ringing: 072-277-6772',
    ])
  })

  it('reports each failure as it was', async () => {
    const failures: readonly (readonly [RecordedOutcome, string])[] = [
      [
        { kind: 'failed', failure: { kind: 'unreachable', why: 'dns' } },
        en.failure({ kind: 'unreachable', why: 'dns' }),
      ],
      [
        { kind: 'failed', failure: { kind: 'unreachable', why: 'tls' } },
        en.failure({ kind: 'unreachable', why: 'tls' }),
      ],
      [
        { kind: 'failed', failure: { kind: 'malformed', why: 'redirect' } },
        en.failure({ kind: 'malformed', why: 'redirect' }),
      ],
      [
        { kind: 'response', status: 403, headers: {}, body: { kind: 'unread' } },
        en.failure({ kind: 'refused', why: 'address' }),
      ],
      [
        { kind: 'response', status: 503, headers: {}, body: { kind: 'no-json', why: 'web-page', length: 9 } },
        en.failure({ kind: 'faulty', status: 503, err: null }),
      ],
      [
        {
          kind: 'response',
          status: 200,
          headers: {},
          body: { kind: 'no-json', why: 'cut-short', length: 9 },
        },
        en.failure({ kind: 'malformed', why: 'cut-short' }),
      ],
      [
        { kind: 'response', status: 200, headers: {}, body: { kind: 'too-large', length: 34_000_000 } },
        en.failure({ kind: 'malformed', why: 'too-large' }),
      ],
    ]
    const lines = await played(failures.map(([outcome], nth) => at(nth * 10, outcome)))
    expect(lines.map((line) => line.split(' · ')[1])).toEqual(failures.map(([, sentence]) => sentence))
  })

  it('abandons a request when it was abandoned: after 8 s, or for the next one', async () => {
    const late = at(5, { kind: 'given-up' }, { endedAt: START + 12_998 })
    const dropped = at(20, { kind: 'given-up' }, { endedAt: START + 21_000 })
    expect(await played([at(0, said(body())), late, dropped, at(21, said(body()))])).toEqual([
      '06:00:00.100Z connection live',
      `06:00:13.000Z connection stale since ${localTime(START + 100)} · ${en.failure({ kind: 'unreachable', why: 'timeout' })}`,
      '06:00:21.100Z connection live',
    ])
  })

  it('sleeps, wakes and pauses alerts as recorded', async () => {
    const lines = await played([
      at(0, said(body())),
      { kind: 'mark', at: START + 2_000, mark: { what: 'asleep' } },
      { kind: 'mark', at: START + 50_000, mark: { what: 'awake' } },
      at(50, said(body())),
      { kind: 'mark', at: START + 51_000, mark: { what: 'alerts-paused', until: START + 900_000 } },
      at(55, said(body(call('Ringing')))),
      { kind: 'mark', at: START + 57_000, mark: { what: 'alerts-paused', until: null } },
    ])
    expect(lines.map((line) => line.split(' ').slice(1, 3).join(' '))).toEqual([
      'connection live',
      `connection ${en.connection.paused.split(' ')[0]!}`,
      'connection live',
      'ringing ABC2/x1',
      'alert 1',
    ])
  })

  it('follows a clock that was set back', async () => {
    const lines = await played([at(0, said(body())), at(-3_600, said(body(call('Ringing'))))].toReversed())
    expect(lines[0]).toMatch(/^05:00:00.100Z/)
  })

  it('shows who took a call by the response about everyone, where the wide view was allowed', async () => {
    const taken = JSON.parse(body(call('Talking', 1))) as { EXTENSIONS: object[] }
    const [here] = (JSON.parse(body()) as { EXTENSIONS: object[] }).EXTENSIONS
    const there = { ...taken.EXTENSIONS[0], username: 'ABC9', representative: 'Qrst Uvw', onlineUserID: 9 }
    const everyone = JSON.stringify({ ERR: 0, DESC: 'OK', EXTENSIONS: [here, there] })
    const entries = [
      at(0, said(body())),
      at(5, said(body(call('Ringing')))),
      at(10, said(body())),
      at(11, said(everyone), { one: false }),
      at(16, said(body())),
    ]
    const wide = await played(entries, { wideView: true })
    expect(wide).toContain(
      '06:00:11.100Z ended ABC2/x1 · 0722776772 · Sales · completed, answered by Qrst Uvw',
    )
    expect(wide.join()).not.toContain('Missed')
    expect((await played(entries)).join()).toContain('missed, talked 0 s')
  })

  it('doesn’t request who took a call where the budget had no request left', async () => {
    const entries = [
      at(0, said(body(call('Ringing')))),
      at(5, said(body())),
      at(20, said(body()), { one: false }),
    ]
    const header = { wideView: true, around: { ...AROUND, requestsPerMinute: 4 } }
    const decided = async (asked: readonly number[]) =>
      (await played(entries, { ...header, around: { ...header.around, asked } })).find((line) =>
        line.includes(' ended '),
      )
    expect(await decided([START - 3_000, START - 2_000])).toMatch(/^06:00:05.100Z ended .* missed/)
    expect(await decided([])).toMatch(/^06:00:20.100Z ended .* missed/)
  })

  it('reports only what is new about queues: one that is long, but not a caller already reported', async () => {
    const queue = (...callers: readonly object[]) =>
      said(
        JSON.stringify({
          ERR: 0,
          DESC: 'OK',
          QUEUES: [{ Name: 'Wxyz', ID: 31, Weight: 1, Callers: callers }],
        }),
      )
    const caller = (CallID: string) => ({
      Phone: '0541234567',
      CallID,
      JoinTime: START / 1000 - 90,
      Duration: 90,
    })
    const first = queue(caller('w1'))
    if (first.kind !== 'response' || first.body.kind !== 'json') throw new Error('no body')
    const around = { ...AROUND, waiting: { at: START - 1_000, body: first.body.text } }
    const asked = { method: 'queues', one: false } as const
    const entries = [at(5, queue(caller('w1'), caller('w2')), asked), at(15, queue(), asked)]
    const alerts = async (alerted: readonly string[]) => {
      const known = { at: START - 2_000, body: body() }
      const lines = await played(entries, { known, around: { ...around, told: alerted } })
      return lines.map(plain).filter((line) => line.includes('alert'))
    }
    expect(await alerts(['first-waiting/31', 'threshold/31'])).toEqual([
      '06:00:05.100Z alert Wxyz: 2 callers waiting',
      '06:00:15.100Z alert gone A caller is waiting in Wxyz',
      '06:00:15.100Z alert gone Wxyz: a caller has waited 1:00',
      '06:00:15.100Z alert gone Wxyz: 2 callers waiting',
    ])
    expect((await alerts([])).slice(0, 2)).toEqual([
      '06:00:05.100Z alert A caller is waiting in Wxyz',
      '06:00:05.100Z alert Wxyz: a caller has waited 1:00',
    ])
  })

  it('follows the person between extensions, and reports a ring that they return to once', async () => {
    const desk = (username: string, onlineUserID: number, ...calls: readonly object[]) =>
      JSON.stringify({ username, onlineUserID, representative: '', name: '', onlineUserStatus: 1, calls })
    const all = (...desks: readonly string[]) =>
      said(`{"ERR":0,"DESC":"OK","EXTENSIONS":[${desks.join(',')}]}`)
    const wide = { one: false }
    const lines = await played(
      [
        at(0, all(desk('ABC2', 7, call('Ringing')), desk('QRS7', 0)), wide),
        at(10, all(desk('ABC2', 0, call('Ringing')), desk('QRS7', 7)), wide),
        at(20, all(desk('ABC2', 7, call('Ringing')), desk('QRS7', 0)), wide),
        at(30, all(desk('ABC2', 0), desk('QRS7', 0)), wide),
      ],
      { wideView: true, around: { ...AROUND, person: 7 } },
    )
    const about = (what: string) => lines.filter((line) => line.includes(what)).map((line) => line.slice(14))
    expect(about(' location ')).toEqual([
      'location ABC2',
      'location QRS7',
      'location ABC2',
      'location nowhere',
    ])
    expect(about(' alert Ringing')).toHaveLength(1)
  })

  it('reports the repairs of a response, and the outcome of other requests', async () => {
    const unusual = body().replace('"ERR":0', '"ERR":"0"')
    const mute = at(1, said('{"ErrorCode":"200","Message":"Success"}'), { method: 'mute', one: false })
    const everyone = at(2, said(body(call('Ringing'))), { one: false })
    expect(await played([at(0, said(unusual)), mute, everyone])).toEqual([
      '06:00:00.100Z repaired ERR (numeric-string)',
      '06:00:00.100Z connection live',
      '06:00:01.100Z mute done',
      '06:00:02.100Z everyone 1',
    ])
  })
})

/** The app's own way to write a time of day, in the zone of this computer. */
const localTime = (epochMs: number): string =>
  new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(epochMs)
