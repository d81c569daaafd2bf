import { describe, expect, it } from 'vitest'
import { NO_QUEUES } from '../queues/reduce-queues.ts'
import { NOTHING_KNOWN } from '../session/reduce.ts'
import { DEFAULT_SETTINGS } from '../settings/settings.ts'
import { createClient } from '../telephony/client.ts'
import { virtualClock } from '../testing/virtual-clock.ts'
import { createRecorder, MAX_RECORDING_MS } from './recorder.ts'
import { readRecording } from './read-recording.ts'
import type { RecordedAnswer } from './recording.ts'

const CODE = 'organisation-code'
const START = Date.UTC(2026, 0, 15, 6)
const settings = { ...DEFAULT_SETTINGS, extension: 'SIPSIP2' }
const subject = { settings, alertsPausedUntil: null, state: NOTHING_KNOWN, surroundings: null }
const GOOD = '{"ERR":0,"DESC":"OK","EXTENSIONS":[{"username":"SIPSIP2","calls":[]}]}'

/** A recorder over a network with these responses, and a client on it. */
function recording(answer: (init?: RequestInit) => Response | Promise<Response>) {
  const clock = virtualClock(START)
  const ended: string[] = []
  const recorder = createRecorder({
    fetch: async (_input, init) => await answer(init),
    clock,
    random: Math.random,
    version: '1.2.3',
    onEnd: (text) => ended.push(text),
  })
  const parts = { ...settings, fetch: recorder.fetch, now: clock.now, after: clock.after, code: CODE }
  const client = createClient(parts)
  const ask = (extension: string | null = 'SIPSIP2', signal = new AbortController().signal) =>
    client.extensions(extension, signal)
  function stopped(): readonly RecordedAnswer[] {
    recorder.stop()
    return answersIn(ended.at(-1) ?? '')
  }
  return { clock, recorder, client, ask, ended, stopped }
}

function answersIn(text: string): readonly RecordedAnswer[] {
  const read = readRecording(text)
  if (read.kind !== 'recording') throw new Error(JSON.stringify(read))
  return read.recording.entries.filter((entry) => entry.kind === 'answer')
}

const outcomes = (answers: readonly RecordedAnswer[]) => answers.map(({ outcome }) => outcome)

describe('a recorder', () => {
  it('stores what affects decisions about queues and team: thresholds unchanged, ids replaced consistently', async () => {
    const { recorder, ask, clock, ended } = recording(() => new Response(GOOD))
    await ask()
    await clock.advance(1_000)
    recorder.start({
      settings: {
        ...settings,
        wideView: true,
        watch: { kind: 'person', userId: 46454322 },
        queues: ['Sales7', '30011'],
        queueThresholds: { Sales7: 90 },
        queueThresholdSeconds: 45,
        alertOnQueueThreshold: true,
      },
      alertsPausedUntil: null,
      state: { ...NOTHING_KNOWN, lastGoodAt: START },
      surroundings: {
        queues: { ...NO_QUEUES, connection: { kind: 'refused', since: START, why: 'code' } },
        location: { kind: 'several', extension: 'QRS7', extensions: ['ABC2', 'QRS7'], since: START },
        team: { connection: { kind: 'live' }, rows: new Map(), lastGoodAt: START },
        alerted: ['threshold/Sales7'],
      },
    })
    recorder.stop()
    const text = ended.at(-1) ?? ''
    const read = readRecording(text)
    if (read.kind !== 'recording') throw new Error(JSON.stringify(read))
    const { around, known } = read.recording.header
    const [named = ''] = around?.queues ?? []
    expect(around).toMatchObject({
      ...{ queueThresholdSeconds: 45, alertOnQueueThreshold: true, requestsPerMinute: 12 },
      ...{ queueThresholds: { [named]: 90 }, told: [`threshold/${named}`], waiting: null },
      ...{ failing: ['queues'], asked: [START] },
    })
    const desks = JSON.parse(known?.body ?? '') as {
      EXTENSIONS: { username: string; onlineUserID: number }[]
    }
    expect(desks.EXTENSIONS.map(({ onlineUserID }) => onlineUserID)).toEqual([around?.person, around?.person])
    for (const own of ['46454322', 'Sales7', '30011', 'QRS7', 'ABC2']) expect(text).not.toContain(own)
  })

  it('passes responses through, and stores nothing, until it is started', async () => {
    const { recorder, ask, ended } = recording(() => new Response(GOOD))
    expect(await ask()).toMatchObject({ kind: 'reached' })
    expect(recorder.running()).toBeNull()
    recorder.stop()
    expect(ended).toEqual([])
  })

  it('stores of a request its method, its times, and whether it was about one extension', async () => {
    const { recorder, client, ask, stopped } = recording(() => new Response(GOOD))
    recorder.start(subject)
    await ask()
    await ask(null)
    await client.queues(null, new AbortController().signal)
    await client.mute({ ivrid: 'abc' }, true, new AbortController().signal)
    const asked = stopped()
    expect(asked.map(({ method, one }) => [method, one])).toEqual([
      ['extensions', true],
      ['extensions', false],
      ['queues', false],
      ['mute', false],
    ])
    expect(asked[0]).toMatchObject({ sentAt: START, endedAt: START })
    expect(JSON.stringify(asked)).not.toContain(CODE)
  })

  it('stores a response that repeats the one before only once', async () => {
    const { recorder, ask, stopped } = recording(() => new Response(GOOD))
    recorder.start(subject)
    await ask()
    await ask()
    expect(outcomes(stopped())).toMatchObject([{ body: { kind: 'json' } }, { body: { kind: 'same' } }])
  })

  it.each([
    ['<html>guest network</html>', 200, { kind: 'no-json', why: 'web-page', length: 26 }],
    ['{"ERR":0', 200, { kind: 'no-json', why: 'cut-short', length: 8 }],
    ['Dana 0501234567', 500, { kind: 'no-json', why: 'not-json', length: 15 }],
    ['<html>403</html>', 403, { kind: 'unread' }],
  ])('stores of %s only its kind', async (text, status, body) => {
    const { recorder, ask, stopped } = recording(() => new Response(text, { status }))
    recorder.start(subject)
    await ask()
    expect(outcomes(stopped())).toEqual([
      { kind: 'response', status, headers: { 'content-type': 'text/plain' }, body },
    ])
  })

  it('stores the meaning of headers, not their text', async () => {
    const headers = {
      date: 'Thu, 15 Jan 2026 06:00:00 GMT (Dana Levi)',
      'content-type': 'application/json; note=Dana',
      'retry-after': 'ask Dana',
      'set-cookie': 'who=Dana',
    }
    const { recorder, ask, stopped } = recording(() => new Response(GOOD, { headers }))
    recorder.start(subject)
    await ask()
    expect(outcomes(stopped())).toMatchObject([
      { headers: { date: 'Thu, 15 Jan 2026 06:00:00 GMT', 'content-type': 'application/json' } },
    ])
  })

  it('stores the kind of a failure, and passes it on', async () => {
    const error = new TypeError('0501234567', {
      cause: Object.assign(new Error(CODE), { code: 'ENOTFOUND' }),
    })
    const { recorder, ask, stopped } = recording(() => Promise.reject(error))
    recorder.start(subject)
    expect(await ask()).toEqual({ kind: 'unreachable', why: 'dns' })
    expect(outcomes(stopped())).toEqual([{ kind: 'failed', failure: { kind: 'unreachable', why: 'dns' } }])
  })

  it('records a request that was abandoned', async () => {
    const { clock, recorder, ask, stopped } = recording(() => new Promise(() => undefined))
    recorder.start(subject)
    const asked = ask()
    await clock.advance(10_000)
    expect(await asked).toEqual({ kind: 'unreachable', why: 'timeout' })
    expect(stopped()).toMatchObject([{ endedAt: START + 8_000, outcome: { kind: 'given-up' } }])
  })

  it('stops automatically after a quarter of an hour, and records events until then', async () => {
    const { clock, recorder, ask, ended } = recording(() => new Response(GOOD))
    recorder.start(subject)
    await ask()
    expect(recorder.running()).toEqual({ since: START, until: START + MAX_RECORDING_MS })
    await clock.advance(MAX_RECORDING_MS)
    expect(ended.map((text) => answersIn(text).length)).toEqual([1])
    expect([recorder.running(), clock.waiting()]).toEqual([null, 0])
  })

  it('stops before it exceeds 20 MB, complete up to that point', async () => {
    let nth = 0
    const { recorder, ask, ended } = recording(
      () => new Response(JSON.stringify({ ERR: 0, EXTENSIONS: [], pad: `${nth++} ${'. '.repeat(900_000)}` })),
    )
    recorder.start(subject)
    for (let asked = 0; asked < 12; asked++) await ask()
    expect(ended.map((text) => answersIn(text).length)).toEqual([11])
  })

  it('hands over nothing once discarded, and nothing old when started again', async () => {
    const { recorder, ask, ended, stopped } = recording(() => new Response(GOOD))
    recorder.start(subject)
    await ask()
    recorder.discard()
    recorder.start(subject)
    expect([stopped(), ended.length]).toEqual([[], 1])
  })
})
