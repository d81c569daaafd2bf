import { describe, expect, it } from 'vitest'
import type { Decision } from '../../core/problem-recording/decision.ts'
import { playRecording } from '../../core/problem-recording/play-recording.ts'
import { readRecording } from '../../core/problem-recording/read-recording.ts'
import type { Recording } from '../../core/problem-recording/recording.ts'
import { virtualClock } from '../../core/testing/virtual-clock.ts'
import { en } from '../../core/words/en.ts'
import { CODE, recordShift } from './recorded-shift.ts'

const SEEDS = Array.from({ length: 12 }, (_, seed) => seed + 1)

function recordingOf(text: string): Recording {
  const read = readRecording(text)
  if (read.kind !== 'recording') throw new Error(JSON.stringify(read))
  return read.recording
}

const play = async (text: string): Promise<readonly Decision[]> =>
  (await playRecording(recordingOf(text), { clockAt: virtualClock, words: en })).filter(
    ({ kind }) => kind !== 'repairs' && kind !== 'asked',
  )

/** A decision without whom it is about. */
function shape(decision: Decision): unknown {
  const { kind, at } = decision
  switch (decision.kind) {
    case 'connection':
      return [at, kind, decision.connection]
    case 'event': {
      const { type, call } = decision.event
      const { startedAt, answeredAt, phone, direction } = call
      const ended =
        decision.event.type === 'ended'
          ? [decision.event.outcome, decision.event.talkSeconds, decision.event.answeredBy?.length]
          : []
      return [at, type, ended, startedAt, answeredAt, phone.kind, direction]
    }
    case 'alert': {
      const { command } = decision
      return [at, kind, command.do, command.do === 'show' ? command.notification.kind : null]
    }
    case 'location':
      return [at, kind, decision.location.kind]
    case 'repairs':
    case 'asked':
      return decision
  }
}

/** Everything personal in the responses: numbers, names, ids, extensions, files. */
function personal(bodies: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const keys = [
    'name',
    'representative',
    'callername',
    'callerphone',
    'did',
    'ivrid',
    'Filename',
    'username',
    'Phone',
    'CallID',
  ]
  for (const body of bodies) {
    JSON.parse(body, (key: string, value: unknown) => {
      const isLong = typeof value === 'string' && value.length >= 5 && value !== 'Anonymous'
      if (keys.includes(key) && isLong) found.add(value)
      // An id of few digits could be any number.
      if (['userID', 'onlineUserID', 'ID'].includes(key) && String(value).length >= 7)
        found.add(String(value))
      return value
    })
  }
  return found
}

const isQueueAlert = (decision: Decision): boolean =>
  decision.kind === 'alert' &&
  decision.command.do === 'show' &&
  decision.command.notification.kind === 'queue'

describe('a recorded shift', () => {
  it.each(SEEDS)('repeats every decision, redacted or not (seed %i)', async (seed) => {
    const { raw, redacted, decisions } = await recordShift(seed)
    const again = await play(raw)
    expect(again.map(shape)).toEqual(decisions.map(shape))
    expect((await play(redacted)).map(shape)).toEqual(decisions.map(shape))
    expect(decisions.filter(({ kind }) => kind === 'event').length).toBeGreaterThan(0)
  })

  it.each(SEEDS)('repeats the alerts of queues, and who answered a ring (seed %i)', async (seed) => {
    const { raw, redacted, decisions } = await recordShift(seed, 'around')
    expect((await play(raw)).map(shape)).toEqual(decisions.map(shape))
    expect((await play(redacted)).map(shape)).toEqual(decisions.map(shape))
    expect(decisions.filter(isQueueAlert).length).toBeGreaterThan(3)
  })

  it.each(SEEDS)('finds the person again at each extension (seed %i)', async (seed) => {
    const { raw, redacted, decisions } = await recordShift(seed, 'person')
    expect((await play(raw)).map(shape)).toEqual(decisions.map(shape))
    expect((await play(redacted)).map(shape)).toEqual(decisions.map(shape))
    expect(decisions.filter(({ kind }) => kind === 'location').length).toBeGreaterThan(1)
  })

  it.each(['around', 'person'] as const)('reveals neither callers nor their ids (%s)', async (watched) => {
    const { redacted, bodies } = await recordShift(5, watched)
    const originals = personal(bodies)
    expect(originals.size).toBeGreaterThan(20)
    expect([...originals].filter((one) => redacted.includes(one))).toEqual([])
  })

  it.each(SEEDS)('reveals neither callers nor the code (seed %i)', async (seed) => {
    const { redacted, raw, bodies } = await recordShift(seed)
    const originals = personal(bodies)
    expect(originals.size).toBeGreaterThan(10)
    expect([...originals].filter((one) => redacted.includes(one))).toEqual([])
    for (const text of [redacted, raw]) expect(text).not.toContain(CODE)
  })
})
