import { expect, it } from 'vitest'
import type { ProblemRecording } from '../../../core/contract.ts'
import { readRecording } from '../../../core/problem-recording/read-recording.ts'
import { DEFAULT_SETTINGS } from '../../../core/settings/settings.ts'
import { virtualClock } from '../../../core/testing/virtual-clock.ts'
import type { RecordingSubject } from '../../../core/problem-recording/recorder.ts'
import { createProblemRecorder } from './problem-recorder.ts'

const BODY =
  '{"ERR":0,"DESC":"OK","EXTENSIONS":[{"username":"SIPSIP2","representative":"Dana Levi","calls":[]}]}'

const SUBJECT: RecordingSubject = {
  settings: { ...DEFAULT_SETTINGS, extension: 'SIPSIP2' },
  alertsPausedUntil: null,
  state: { agent: null, calls: [], lastGoodAt: null, clock: null },
  surroundings: null,
}

function setUp(write: (file: string, text: string) => Promise<void>) {
  const clock = virtualClock(Date.UTC(2026, 0, 15, 10, 0, 0))
  const reported: ProblemRecording[] = []
  const recorder = createProblemRecorder({
    fetch: () => Promise.resolve(new Response(BODY)),
    clock,
    random: () => 0.5,
    version: '1.2.3',
    pathFor: (name) => `/downloads/${name}`,
    write,
  })
  recorder.onChange((problem) => reported.push(problem))
  return { clock, recorder, reported }
}

it('records the API’s responses into a file that can be read again, without a name in it', async () => {
  const written: string[] = []
  const { recorder, reported, clock } = setUp((file, text) => {
    written.push(file, text)
    return Promise.resolve()
  })
  recorder.start(SUBJECT)
  recorder.start(SUBJECT)
  const request = { method: 'POST', body: '{"code":"c0de","extension":"SIPSIP2"}' }
  await (await recorder.fetch('https://host.example/comet/API/GetExtensionsCalls', request)).text()
  await clock.advance(1)
  recorder.stop()
  await clock.advance(1)
  expect(written[0]).toBe('/downloads/ringside-problem-2026-01-15T10-00-00.jsonl')
  expect(readRecording(written[1]!)).toMatchObject({ kind: 'recording' })
  for (const secret of ['Dana', 'c0de', 'SIPSIP2']) expect(written[1]).not.toContain(secret)
  expect(reported.map((problem) => problem.kind)).toEqual(['recording', 'idle'])
  expect(reported[1]).toEqual({ kind: 'idle', file: 'ringside-problem-2026-01-15T10-00-00.jsonl' })
})

it('ends and saves a recording when its session is stopped: another account is not part of it', async () => {
  const written: string[] = []
  const { recorder, reported, clock } = setUp((file) => {
    written.push(file)
    return Promise.resolve()
  })
  let stopped = 0
  const session = recorder.endingWith({ stop: () => (stopped += 1) })
  session.stop()
  expect([stopped, reported]).toEqual([1, []])
  recorder.start(SUBJECT)
  session.stop()
  await clock.advance(1)
  expect(reported.map((problem) => problem.kind)).toEqual(['recording', 'idle'])
  expect([stopped, written.length]).toEqual([2, 1])
})

it('reports when the file could not be written', async () => {
  const { recorder, reported, clock } = setUp(() => Promise.reject(new Error('full')))
  recorder.start(SUBJECT)
  recorder.stop()
  await clock.advance(1)
  expect(reported.at(-1)).toEqual({ kind: 'failed' })
})
