import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Phone } from '../domain.ts'
import { readPhone } from '../phone.ts'
import type { CallLogAnswer } from './call-log-answer.ts'
import type { LoggedCall } from './logged-call.ts'
import type { KnownCall } from './place-records.ts'
import { readCallLog, type CallLogQuestion } from './read-call-log.ts'

const phone = (received: string): Phone => readPhone(received, 'IL')
const NINE = Date.UTC(2026, 10, 28, 9)
const HOUR = 3_600_000
const MINUTE = 60_000

const QUESTION: CallLogQuestion = {
  extension: 'SIPSIP2',
  span: { from: NINE, to: NINE + HOUR },
  now: NINE + HOUR + 5 * MINUTE,
  errorMs: 0,
  offsetMinutes: 120,
  known: () => null,
}

/** A queue's call that was answered here, with the vendor's documented names. */
const RECORD = {
  CallerNumber: '0722776772',
  TargetNumber: 'SIPSIP2',
  Date: '2026-11-28T09:10:00Z',
  DateEpoch: 1795857000,
  Duration: 95,
  CallID: '202611280910000714966',
  Type: 'Queue',
  CdrType: 8,
  DialStatus: 'ANSWER',
  Targetextension: 'SIPSIP2',
  CallerExtension: '',
  DID: '0777000100',
  QueueName: 'Sales',
  RecordURL: 'https://cpanel.voicenter.co.il/CallsHistory/PlayRecord/20261128.mp3',
  RecordExpect: true,
  RingTime: 7,
  RepresentativeName: 'Noa Levi',
  UserName: 'Noa Levi',
  UserId: 6946792,
  CustomData: {},
}

const body = (...records: readonly unknown[]): string =>
  JSON.stringify({
    ERROR_NUMBER: 0,
    ERROR_DESCRIPTION: 'OK',
    STATUS_CODE: 200,
    TOTAL_HITS: records.length,
    RETURN_HITS: records.length,
    CDR_LIST: records,
  })

function answer(text: string, change: Partial<CallLogQuestion> = {}): CallLogAnswer {
  const reading = readCallLog(text, { ...QUESTION, ...change }, phone)
  if (reading.kind !== 'answer') throw new Error(JSON.stringify(reading))
  return reading.answer
}

const calls = (...records: readonly unknown[]): readonly LoggedCall[] => answer(body(...records)).calls

describe('the documented response', () => {
  it('is read without repairs and problems', () => {
    const reading = readCallLog(body(RECORD), QUESTION, phone)
    expect(reading).toEqual({
      kind: 'answer',
      repairs: [],
      answer: {
        covered: QUESTION.span,
        problems: [],
        calls: [
          {
            ivrid: '202611280910000714966',
            otherIds: [],
            firstLegAlone: false,
            extension: 'SIPSIP2',
            userId: 6946792,
            direction: 'incoming',
            phone: phone('0722776772'),
            did: phone('0777000100'),
            queue: 'Sales',
            startedAt: NINE + 10 * MINUTE,
            ringSeconds: 7,
            talkSeconds: 95,
            outcome: 'completed',
            answeredBy: '',
            recordingUrl: 'https://cpanel.voicenter.co.il/CallsHistory/PlayRecord/20261128.mp3',
            transferredFrom: null,
          },
        ],
      },
    })
  })

  it('may have no records', () => {
    expect(answer(body())).toEqual({ calls: [], covered: QUESTION.span, problems: [] })
    expect(answer('{"ERROR_NUMBER":"0","CDR_LIST":null}')).toMatchObject({ calls: [] })
  })

  it.each([
    [1, { kind: 'limited', retryAfterMs: null }],
    ['2', { kind: 'refused', why: 'code' }],
    [4, { kind: 'refused', why: 'address' }],
    [5, { kind: 'faulty', status: 200, err: 5 }],
    [99, { kind: 'faulty', status: 200, err: 99 }],
  ])('with ERROR_NUMBER %j is the failure that it stands for', (number, failure) => {
    const text = JSON.stringify({ ERROR_NUMBER: number, ERROR_DESCRIPTION: 'No', CDR_LIST: [] })
    expect(readCallLog(text, QUESTION, phone)).toEqual(failure)
  })
})

describe('a body that isn’t the call log’s', () => {
  it.each([
    ['<!doctype html><title>Sign in</title>', 'web-page'],
    [body(RECORD).slice(0, 300), 'cut-short'],
    ['OK', 'not-json'],
    ['[]', 'wrong-shape'],
    ['{"ERR":0,"EXTENSIONS":[]}', 'wrong-shape'],
    ['{"CDR_LIST":"none"}', 'wrong-shape'],
    [JSON.stringify({ ERROR_NUMBER: 0, CDR_LIST: 'none' }), 'wrong-shape'],
    [JSON.stringify({ ERROR_NUMBER: 0, CDR_LIST: Array(20_001).fill(0) }), 'too-large'],
  ])('is refused: %.40s', (text, why) => {
    expect(readCallLog(text, QUESTION, phone)).toEqual({ kind: 'malformed', why })
  })

  it('is refused however short it is cut', () => {
    const text = body(RECORD, { ...RECORD, CallID: 'b' })
    for (let length = 1; length < text.length; length++)
      expect(readCallLog(text.slice(0, length), QUESTION, phone)).toEqual({
        kind: 'malformed',
        why: 'cut-short',
      })
  })
})

describe('a record', () => {
  it('has names in any case, numbers as text, and an extension in other case', () => {
    const odd = Object.fromEntries(
      Object.entries({
        ...RECORD,
        Duration: '95',
        RingTime: '7',
        UserId: '6946792',
        Targetextension: 'sipsip2',
      }).map(([name, value]) => [name.toUpperCase(), value]),
    )
    expect(calls(odd)).toEqual(calls(RECORD))
  })

  it('keeps every digit of an id that is a number', () => {
    const text = body({ ...RECORD, CallID: null }).replace('"CallID":null', '"callid":202611280910000714966')
    expect(answer(text).calls).toEqual(calls(RECORD))
  })

  it('is an outgoing call if the extension calls', () => {
    const out = {
      ...RECORD,
      CdrType: 4,
      CallerNumber: '0777000100',
      TargetNumber: '0521234567',
      Targetextension: '',
      CallerExtension: 'SIPSIP2',
      QueueName: '',
    }
    expect(calls(out)).toMatchObject([
      { direction: 'outgoing', phone: phone('0521234567'), did: null, outcome: 'completed' },
    ])
    expect(calls({ ...out, DialStatus: 'BUSY', Duration: 0 })).toMatchObject([
      { outcome: 'unanswered', talkSeconds: 0 },
    ])
  })

  it.each(['NOANSWER', 'BUSY', 'CANCEL', 'ABANDONE', 'TIMEOUT', 'VOICEMAIL', 'no answer'])(
    'with %s is a missed call',
    (DialStatus) => {
      expect(calls({ ...RECORD, DialStatus, Duration: 12 })).toMatchObject([
        { outcome: 'missed', talkSeconds: 0, ringSeconds: 7 },
      ])
    },
  )

  it('of a message on the voice mail is a missed call', () => {
    expect(calls({ ...RECORD, CdrType: 11 })).toMatchObject([{ outcome: 'missed', talkSeconds: 0 }])
  })

  it('with unknown words is judged by its duration, and reported', () => {
    const unknown = { ...RECORD, DialStatus: 'ZZZ', CdrType: 77 }
    expect(answer(body(unknown))).toMatchObject({
      calls: [{ outcome: 'completed', talkSeconds: 95 }],
      problems: [{ what: 'unknown-word', count: 2 }],
    })
    expect(calls({ ...unknown, Duration: 0 })).toMatchObject([{ outcome: 'missed' }])
  })

  it.each([
    'http://cpanel.voicenter.co.il/x.mp3',
    'https://voicenter.co.il.example.com/x.mp3',
    'https://user@cpanel.voicenter.co.il/x.mp3',
    'https://:secret@cpanel.voicenter.co.il/x.mp3',
    'javascript:alert(1)',
    `https://cpanel.voicenter.co.il/${'x'.repeat(3_000)}`,
    7,
  ])('has no recording at %.60s', (RecordURL) => {
    expect(calls({ ...RECORD, RecordURL })).toMatchObject([{ recordingUrl: null }])
  })

  it('of another extension isn’t ours', () => {
    expect(calls({ ...RECORD, TargetNumber: '', Targetextension: 'SIPSIP3' })).toEqual([])
    expect(calls({ ...RECORD, TargetNumber: '', Targetextension: 'SIPSIP22' })).toEqual([])
  })

  it('that names no extension is left out, and reported', () => {
    expect(answer(body({ ...RECORD, TargetNumber: '', Targetextension: null }))).toMatchObject({
      calls: [],
      problems: [{ what: 'no-extension', count: 1 }],
    })
  })

  it('that is no record is reported', () => {
    expect(answer(body(RECORD, null, 7, 'x', []))).toMatchObject({
      calls: [{}],
      problems: [{ what: 'no-record', count: 4 }],
    })
  })
})

describe('the time of a record', () => {
  it.each([
    '2026-11-28T09:10:00',
    '2026-11-28T11:10:00',
    '2026-11-28 09:10:00Z',
    '2026-11-28T11:10:00+02:00',
    '2026-11-28T09:10:00.000+0000',
    `/Date(${NINE + 10 * MINUTE})/`,
  ])('is read from %s', (Date) => {
    expect(calls({ ...RECORD, Date })).toMatchObject([{ startedAt: NINE + 10 * MINUTE }])
  })

  it.each([['1795857000'], [1795857000], [1795857000000]])(
    'is read from the epoch %j if there is no date',
    (DateEpoch) => {
      expect(calls({ ...RECORD, Date: 'today', DateEpoch })).toMatchObject([
        { startedAt: NINE + 10 * MINUTE },
      ])
    },
  )

  it('counts by this computer’s clock', () => {
    const fast = { errorMs: 40_000, now: QUESTION.now + 40_000 }
    expect(answer(body(RECORD), fast).calls).toMatchObject([{ startedAt: NINE + 10 * MINUTE + 40_000 }])
  })

  it('is the account’s wall clock if the records would otherwise be in the future', () => {
    const local = { ...RECORD, Date: '2026-11-28T11:10:00Z', DateEpoch: RECORD.DateEpoch + 7_200 }
    expect(answer(body(local))).toMatchObject({
      calls: [{ startedAt: NINE + 10 * MINUTE }],
      covered: QUESTION.span,
      problems: [{ what: 'other-zone', count: 1 }],
    })
  })

  it('is the account’s wall clock if the calls that polls saw say so', () => {
    const span = { from: NINE - 12 * HOUR, to: NINE + HOUR }
    const saw = { startedAt: NINE - 110 * MINUTE, answered: true }
    const known = (ivrid: string): KnownCall | null => (ivrid === RECORD.CallID ? saw : null)
    expect(answer(body(RECORD, { ...RECORD, CallID: 'b' }), { span, known }).calls).toMatchObject([
      { startedAt: NINE - 110 * MINUTE },
      { startedAt: NINE - 110 * MINUTE },
    ])
    expect(answer(body(RECORD), { span }).calls).toMatchObject([{ startedAt: NINE + 10 * MINUTE }])
  })

  it('is never shifted for one record from tomorrow, which is left out', () => {
    const tomorrow = { ...RECORD, CallID: 'b', Date: '2026-11-29T09:10:00Z', DateEpoch: null }
    expect(answer(body(tomorrow, RECORD))).toMatchObject({
      calls: [{ ivrid: RECORD.CallID, startedAt: NINE + 10 * MINUTE }],
      problems: [{ what: 'future', count: 1 }],
    })
  })

  it('may be missing: then the record is left out, and reported', () => {
    expect(answer(body({ ...RECORD, Date: null, DateEpoch: 0 }))).toMatchObject({
      calls: [],
      problems: [{ what: 'no-time', count: 1 }],
    })
  })
})

describe('the records of one call', () => {
  it('are one call if a record came twice; the longer duration counts', () => {
    expect(calls(RECORD, RECORD)).toEqual(calls(RECORD))
    expect(answer(body(RECORD, { ...RECORD, Duration: 90 }))).toMatchObject({
      calls: [{ talkSeconds: 95 }],
      problems: [{ what: 'contradiction', count: 1 }],
    })
  })

  it('are one call if some or all have no id', () => {
    const unnamed = { ...RECORD, CallID: '' }
    expect(calls(unnamed, { ...unnamed, Duration: 90 })).toMatchObject([{ ivrid: null, talkSeconds: 95 }])
    expect(calls(unnamed, RECORD)).toMatchObject([{ ivrid: RECORD.CallID }])
    const later = { ...unnamed, Date: '2026-11-28T09:20:00Z' }
    const another = { ...unnamed, CallerNumber: '0521234567' }
    expect(calls(unnamed, later, another)).toHaveLength(3)
  })

  it('are one call if a caller who waits rang several times, with no id; one who gave up called twice', () => {
    const first = { ...RECORD, CallID: '', DialStatus: 'NOANSWER', Duration: 0, RingTime: 15 }
    const then = { ...RECORD, CallID: '', Date: '2026-11-28T09:10:20Z', DateEpoch: RECORD.DateEpoch + 20 }
    expect(calls(first, then)).toMatchObject([{ outcome: 'completed', talkSeconds: 95, ringSeconds: 22 }])
    expect(calls({ ...first, DialStatus: 'CANCEL' }, then)).toHaveLength(2)
    expect(
      calls(first, { ...then, Date: '2026-11-28T09:10:30Z', DateEpoch: RECORD.DateEpoch + 30 }),
    ).toHaveLength(2)
  })

  it('of a ring group say which colleague answered', () => {
    const rang = { ...RECORD, DialStatus: 'NOANSWER', Duration: 0 }
    const took = { ...RECORD, TargetNumber: '', Targetextension: 'SIPSIP3', RepresentativeName: 'Yael' }
    expect(calls(rang, took)).toMatchObject([
      { outcome: 'completed', answeredBy: 'Yael', talkSeconds: 0, ringSeconds: 7 },
    ])
    const none = { ...took, DialStatus: 'NOANSWER' }
    expect(calls(rang, none)).toMatchObject([{ outcome: 'missed', answeredBy: '' }])
    expect(calls({ ...rang, RepresentativeName: 'Yael', DialStatus: 'CANCEL' })).toMatchObject([
      { outcome: 'completed', answeredBy: 'Yael', talkSeconds: 0 },
    ])
    const asUsual = { ...RECORD, CallID: 'b', RepresentativeName: 'Noa' }
    expect(calls({ ...rang, RepresentativeName: 'Noa' }, asUsual)).toMatchObject([{ outcome: 'missed' }, {}])
    const guest = { ...asUsual, UserName: 'Noa' }
    expect(calls({ ...rang, RepresentativeName: 'Noa' }, guest)).toMatchObject([{ answeredBy: 'Noa' }, {}])
    expect(calls({ ...rang, TargetNumber: '', Targetextension: 'SIPSIP3, SIPSIP2' })).toMatchObject([
      { outcome: 'missed' },
    ])
  })

  it('may be one of another extension for all that rang', () => {
    const took = {
      ...RECORD,
      TargetNumber: '',
      Targetextension: 'SIPSIP3',
      RepresentativeName: 'Yael',
      UserId: 3,
    }
    const startedAt = NINE + 10 * MINUTE + 2_000
    const here = {
      outcome: 'completed',
      answeredBy: 'Yael',
      talkSeconds: 0,
      startedAt,
      userId: null,
      recordingUrl: null,
    }
    expect(answer(body(took), { known: () => ({ startedAt, answered: false }) }).calls).toMatchObject([here])
    const missed = body({ ...took, DialStatus: 'NOANSWER' })
    expect(answer(missed, { known: () => ({ startedAt, answered: false }) }).calls).toMatchObject([
      { outcome: 'missed', answeredBy: '' },
    ])
    expect(answer(body(took), { known: () => ({ startedAt, answered: true }) }).calls).toEqual([])
    expect(calls(took)).toEqual([])
  })

  it('that rang here twice are one call', () => {
    const rang = { ...RECORD, DialStatus: 'NOANSWER', Duration: 0 }
    const again = { ...RECORD, Date: '2026-11-28T09:11:00Z' }
    expect(calls(rang, again)).toMatchObject([
      { startedAt: NINE + 10 * MINUTE, ringSeconds: 14, talkSeconds: 95, outcome: 'completed' },
    ])
  })

  it('count the talk on the extension, not the menus before it', () => {
    const whole = { ...RECORD, CdrType: 1, Duration: 160, RingTime: 0, Date: '2026-11-28T09:09:00Z' }
    expect(calls(whole, RECORD)).toMatchObject([{ talkSeconds: 95, ringSeconds: 7 }])
  })

  it('of a placed call are one call, whether its legs have the same id or not', () => {
    const own = {
      ...RECORD,
      ...{
        CdrType: 9,
        CallID: 'leg-1',
        CallerNumber: '0521234567',
        Duration: 70,
        RingTime: 4,
        QueueName: '',
        DID: '',
      },
    }
    const far = {
      ...own,
      ...{ CdrType: 10, CallID: 'leg-2', Date: '2026-11-28T09:10:04Z', Duration: 51, RingTime: 15 },
      ...{
        CallerNumber: '0777000100',
        TargetNumber: '0521234567',
        CallerExtension: 'SIPSIP2',
        Targetextension: '',
      },
    }
    const placed = {
      direction: 'click-to-call',
      phone: phone('0521234567'),
      outcome: 'completed',
      startedAt: NINE + 10 * MINUTE,
      ringSeconds: 15,
      talkSeconds: 51,
    }
    expect(calls(far, own)).toMatchObject([{ ...placed, ivrid: 'leg-2', otherIds: ['leg-1'] }])
    expect(calls({ ...far, CallID: 'leg-1' }, own)).toMatchObject([
      { ...placed, ivrid: 'leg-1', otherIds: [] },
    ])
    const bare = { ...far, CallID: 'leg-1', CallerExtension: '' }
    expect(calls(bare, own)).toMatchObject([placed])
    const unanswered = { ...far, DialStatus: 'NOANSWER', Duration: 0 }
    expect(calls(unanswered, own)).toMatchObject([{ outcome: 'unanswered', talkSeconds: 0 }])
    expect(calls(own)).toMatchObject([
      { direction: 'click-to-call', outcome: 'completed', talkSeconds: null },
    ])
    expect(calls({ ...own, DialStatus: 'NOANSWER', Duration: 0 })).toMatchObject([
      { direction: 'click-to-call', outcome: 'unanswered', talkSeconds: 0 },
    ])
  })

  it('of a transfer belong to the call here, and to the one that arrived here', () => {
    const onward = {
      ...RECORD,
      ...{ CdrType: 13, CallID: 'next', Date: '2026-11-28T09:12:00Z' },
      ...{ CallerExtension: 'SIPSIP2', TargetNumber: '', Targetextension: 'SIPSIP3' },
      CustomData: { OriginalIvrUniqueID: RECORD.CallID },
    }
    expect(calls(RECORD, onward)).toEqual(calls(RECORD))
    const arrived = { ...onward, CallerExtension: 'SIPSIP3', Targetextension: 'SIPSIP2' }
    expect(calls(arrived)).toMatchObject([
      { ivrid: 'next', direction: 'incoming', transferredFrom: RECORD.CallID },
    ])
    const asText = { ...arrived, CustomData: JSON.stringify({ originalIvrUniqueId: RECORD.CallID }) }
    expect(calls(asText)).toMatchObject([{ transferredFrom: RECORD.CallID }])
  })
})

describe('a response with records missing', () => {
  const older = { ...RECORD, CallID: 'b', Date: '2026-11-28T09:05:00Z' }

  it('covers what is newer than its oldest record', () => {
    const text = body(RECORD, older).replace('"TOTAL_HITS":2', '"TOTAL_HITS":12')
    expect(answer(text)).toMatchObject({
      covered: { from: NINE + 5 * MINUTE + 1000, to: QUESTION.span.to },
      problems: [{ what: 'missing', count: 10 }],
    })
  })

  it('covers nothing if it isn’t sorted', () => {
    const text = body(older, RECORD).replace('"RETURN_HITS":2', '"RETURN_HITS":12')
    expect(answer(text).covered).toBeNull()
  })

  it('covers nothing if all its records are from another time', () => {
    expect(answer(body({ ...RECORD, Date: '2026-11-20T09:05:00Z', DateEpoch: null })).covered).toBeNull()
  })
})

describe('any response', () => {
  const record = fc.record(
    {
      CallID: fc.constantFrom('', 'a', 'b', 'c', 'd'),
      CallerNumber: fc.constantFrom('0521234567', '0722776772', '', 'Anonymous'),
      TargetNumber: fc.constantFrom('0521234567', 'SIPSIP2', ''),
      Date: fc.integer({ min: 0, max: 3_000 }).map((second) => new Date(NINE + second * 1000).toISOString()),
      Duration: fc.constantFrom(0, 3, 60, null),
      RingTime: fc.constantFrom(0, 5, 20, null),
      CdrType: fc.constantFrom(1, 4, 8, 9, 10, 11, 13, 21, 23, 50),
      DialStatus: fc.constantFrom('ANSWER', 'NOANSWER', 'BUSY', 'X'),
      Targetextension: fc.constantFrom('SIPSIP2', 'sipsip2', 'SIPSIP3', ''),
      Callerextension: fc.constantFrom('SIPSIP2', 'SIPSIP3', ''),
      UserId: fc.constantFrom(1, '2', null),
      RepresentativeName: fc.constantFrom('Yael', 'Noa', ''),
    },
    { noNullPrototype: true },
  )

  const repeated = fc
    .array(record, { maxLength: 12 })
    .chain((records) =>
      fc.tuple(
        fc.constant(records),
        fc.shuffledSubarray([...records, ...records], { minLength: 2 * records.length }),
      ),
    )

  it('gives each id once, whatever the order, and however often records come', () => {
    fc.assert(
      fc.property(repeated, ([records, shuffled]) => {
        const once = calls(...records)
        const ids = once.flatMap(({ ivrid, otherIds }) => [...(ivrid === null ? [] : [ivrid]), ...otherIds])
        expect(new Set(ids).size).toBe(ids.length)
        expect(calls(...shuffled)).toEqual(once)
      }),
    )
  })

  it('never throws, and never makes a call of another extension', () => {
    const odd = fc.record(
      Object.fromEntries(
        Object.keys(RECORD).map((name) => [name, fc.oneof(fc.jsonValue(), fc.constant('SIPSIP2'))]),
      ),
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(odd, fc.jsonValue())), fc.jsonValue(), (records, other) => {
        const listed = JSON.stringify({ ERROR_NUMBER: 0, CDR_LIST: records, TOTAL_HITS: other })
        expect(answer(listed).calls.every(({ extension }) => extension === 'SIPSIP2')).toBe(true)
        readCallLog(JSON.stringify(other), QUESTION, phone)
        readCallLog(JSON.stringify({ ERROR_NUMBER: other, CDR_LIST: other }), QUESTION, phone)
      }),
    )
  })

  it('may have 10,000 records', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      ...RECORD,
      CallID: index % 5 === 0 ? '' : `c${index}`,
      CallerNumber: `05${String(20_000_000 + index)}`,
      Date: new Date(NINE + (index % 3_000) * 1000).toISOString(),
    }))
    const text = body(...many)
    const before = process.cpuUsage()
    expect(answer(text).calls).toHaveLength(10_000)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(10_000) // ms; anything quadratic takes longer
  })
})
