import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPhone } from '../phone.ts'
import { MAX_CALLS_READ } from './records.ts'
import { createRepairLog, MAX_RECORDS } from './repair-log.ts'
import { createExtensionReader } from './extension-reader.ts'

const DOCUMENTED = readFileSync(new URL('../../tests/fixtures/api/extensions.json', import.meta.url), 'utf8')

const reader = createExtensionReader(createRepairLog(), (received) => readPhone(received, 'IL'))

const CALL = {
  callStarted: 1602465818,
  callAnswered: 0,
  answered: 0,
  callername: 'Sales',
  callerphone: '0722776772',
  callstatus: 'Ringing',
  customdata: {},
  direction: 'Incoming',
  ivrid: 'a1',
  recording: { Filename: '', IsMuted: 0 },
  did: '0747000000',
}

const EXTENSION = {
  name: 'User 2',
  representative: 'User 2',
  username: 'SIPSIP2',
  extensionID: 1,
  userID: 2,
  onlineUserID: 2,
  onlineUserStatus: 1,
  calls: [CALL],
}

const body = (extensions: unknown): unknown => ({ ERR: 0, DESC: 'OK', EXTENSIONS: extensions })

/** Reads one extension with one call, each with the given fields replacing the documented ones. */
function readWith(call: object, extension: object = {}) {
  const reading = reader(body([{ ...EXTENSION, calls: [{ ...CALL, ...call }], ...extension }]), 'SIPSIP2')
  if (reading.kind !== 'answer') throw new Error(`no answer: ${reading.kind}`)
  const repairs = reading.repairs.map(
    ({ path, what }) => `${path.replace('EXTENSIONS[0].', '').replace('calls[0].', '')} ${what}`,
  )
  return { extension: reading.answer[0], call: reading.answer[0]?.calls[0], repairs }
}

const without = (key: string): object => ({ [key]: undefined })

describe('the extension reader', () => {
  it.each([
    ['every call with its id', [CALL], undefined],
    ['an empty list', [], undefined],
    ['a list written as an object', { 0: CALL }, undefined],
    ['an empty object', {}, undefined],
    ['no calls at all', undefined, true],
    ['null', null, true],
    ['an empty string', '', true],
    ['a number', 3, true],
    ['a call whose id is null', [CALL, { ...CALL, ivrid: null }], true],
    ['null for a call', [null], true],
  ])('says whether calls are missing from an entry: %s', (_name, calls, missing) => {
    const reading = reader(body([{ ...EXTENSION, calls }]), null)
    expect(reading.kind === 'answer' && reading.answer[0]?.callsMissing).toBe(missing)
  })

  it('reports that calls are missing from one of two entries for an extension', () => {
    const reading = reader(body([EXTENSION, { ...EXTENSION, calls: null }]), null)
    expect(reading).toMatchObject({ answer: [{ calls: [{ ivrid: 'a1' }], callsMissing: true }] })
  })

  it('reads the documented response without repairs', () => {
    const reading = reader(JSON.parse(DOCUMENTED), null)
    expect(reading).toMatchObject({
      kind: 'answer',
      repairs: [],
      answer: [
        {
          extension: 'SIPSIP1',
          owner: 'User 1',
          onlineUserId: 0,
          status: { word: 'logout', number: 2 },
          calls: [],
        },
        {
          extension: 'SIPSIP2',
          representative: 'User 2',
          onlineUserId: 46454322,
          status: { word: 'login', number: 1 },
          calls: [
            {
              key: 'SIPSIP2/2020101201cc7b38df',
              ivrid: '2020101201cc7b38df',
              phase: 'talking',
              direction: 'outgoing',
              phone: { kind: 'number', e164: '+972722776772' },
              name: 'Voicenter',
              did: null,
              answered: true,
              startedApiSeconds: 1602465818,
              answeredApiSeconds: 1602465819,
              recording: { state: 'recorded', fileName: '2020101201cc7b38df-aws-SIPSIP2-972722776772.mp3' },
              customData: {},
              transferredFrom: null,
            },
          ],
        },
      ],
    })
  })

  it('returns only the requested extension, case-sensitively', () => {
    const one = reader(JSON.parse(DOCUMENTED), 'SIPSIP2')
    expect(one).toMatchObject({ answer: [{ extension: 'SIPSIP2' }] })
    expect(reader(JSON.parse(DOCUMENTED), 'sipsip2')).toEqual({ kind: 'answer', answer: [], repairs: [] })
  })

  it('takes the only entry of a response about one extension as that one, even without its name', () => {
    expect(readWith({}, without('username'))).toMatchObject({
      extension: { extension: 'SIPSIP2' },
      repairs: ['username missing'],
    })
  })

  it.each([
    ['ivrid a number', { ivrid: 77 }, { ivrid: '77', key: 'SIPSIP2/77' }, 'ivrid number-for-text'],
    [
      'callStarted as text',
      { callStarted: '1602465818' },
      { startedApiSeconds: 1602465818 },
      'callStarted numeric-string',
    ],
    ['callStarted absent', without('callStarted'), { startedApiSeconds: null }, 'callStarted missing'],
    ['callAnswered null', { callAnswered: null }, { answeredApiSeconds: null }, 'callAnswered missing'],
    ['answered as text', { answered: '1' }, { answered: true }, 'answered numeric-string'],
    [
      'answered absent, with a time',
      { ...without('answered'), callAnswered: 5 },
      { answered: true },
      'answered missing',
    ],
    ['callername null', { callername: null }, { name: '' }, 'callername missing'],
    [
      'callerphone a number',
      { callerphone: 972722776772 },
      { phone: { e164: '+972722776772' } },
      'callerphone number-for-text',
    ],
    ['callerphone an object', { callerphone: {} }, { phone: { kind: 'withheld' } }, 'callerphone wrong-type'],
    [
      'callstatus unknown',
      { callstatus: 'Parked' },
      { phase: 'other', statusWord: 'Parked' },
      'callstatus unknown-word',
    ],
    ['callstatus null', { callstatus: null }, { phase: 'other', statusWord: '' }, 'callstatus missing'],
    ['direction unknown', { direction: 'Sideways' }, { direction: 'unknown' }, 'direction unknown-word'],
    ['customdata []', { customdata: [] }, { customData: {} }, 'customdata array-for-object'],
    [
      'recording []',
      { recording: [] },
      { recording: { state: 'unknown', fileName: '' } },
      'recording array-for-object',
    ],
    ['recording null', { recording: null }, { recording: { state: 'unknown' } }, 'recording missing'],
    [
      'recording a list of one',
      { recording: [CALL.recording] },
      { recording: { state: 'recorded' } },
      'recording array-for-object',
    ],
    [
      'IsMuted as text',
      { recording: { Filename: 'f', IsMuted: '1' } },
      { recording: { state: 'muted' } },
      'recording.IsMuted numeric-string',
    ],
    [
      'IsMuted absent',
      { recording: { Filename: 'f' } },
      { recording: { state: 'unknown' } },
      'recording.IsMuted missing',
    ],
    ['did null', { did: null }, { did: null }, 'did missing'],
  ])('repairs %s, and reports it', (_what, fields, expected, repair) => {
    const { call, repairs } = readWith(fields)
    expect(call).toMatchObject(expected)
    expect(repairs).toEqual([repair])
  })

  it.each([
    ['Ringing', 'ringing'],
    ['Dialing', 'dialing'],
    ['Talking', 'talking'],
    ['Hold', 'held'],
  ])('reads callstatus %s as %s, and does not derive `answered` from it', (callstatus, phase) => {
    expect(readWith({ callstatus })).toMatchObject({ call: { phase, answered: false }, repairs: [] })
  })

  it.each([
    ['Click2Call', 'click-to-call'],
    ['Spy', 'spy'],
  ])('knows the sister API’s direction %s', (direction, expected) => {
    expect(readWith({ direction })).toMatchObject({ call: { direction: expected }, repairs: [] })
  })

  it.each([
    [4, { word: 'unknown', number: 4 }, 'onlineUserStatus unknown-word'],
    ['3', { word: 'lunch', number: 3 }, 'onlineUserStatus numeric-string'],
    [null, { word: 'unknown', number: null }, 'onlineUserStatus missing'],
  ])('reads onlineUserStatus %j', (onlineUserStatus, status, repair) => {
    expect(readWith({}, { onlineUserStatus })).toMatchObject({ extension: { status }, repairs: [repair] })
  })

  it('reports which call this one was transferred from', () => {
    expect(readWith({ customdata: { OriginalIvrUniqueID: 'b2' } }).call?.transferredFrom).toBe('b2')
  })

  it.each([without('ivrid'), { ivrid: null }, { ivrid: '' }, { ivrid: ' \t' }])(
    'drops a call with %j, and says so',
    (fields) => {
      expect(readWith(fields)).toMatchObject({
        extension: { calls: [] },
        repairs: ['calls[0] dropped-no-id'],
      })
    },
  )

  it('reports a dropped call even among too many repairs to report them all', () => {
    const fields = Array.from({ length: MAX_CALLS_READ - 1 }, (_, index) => ({ ivrid: `i${index}` }))
    const reading = reader(body([{ ...EXTENSION, calls: [...fields, {}] }]), null)
    expect(reading).toMatchObject({
      repairs: containing([{ path: `EXTENSIONS[0].calls[${fields.length}]`, what: 'dropped-no-id' }]),
    })
  })

  it('reads a limited number of calls of an extension, and counts the rest', () => {
    const calls = Array.from({ length: MAX_CALLS_READ + 3 }, (_, index) => ({ ...CALL, ivrid: `i${index}` }))
    const { extension, repairs } = readWith({}, { calls })
    expect([extension?.calls.length, extension?.unreadCalls]).toEqual([MAX_CALLS_READ, 3])
    expect(repairs).toEqual(['calls too-many'])
  })

  it('uses the first of two calls with the same id', () => {
    const calls = [CALL, { ...CALL, callstatus: 'Talking' }, { ...CALL, ivrid: 'b2' }]
    const { extension, repairs } = readWith({}, { calls })
    expect(extension?.calls.map(({ ivrid, phase }) => [ivrid, phase])).toEqual([
      ['a1', 'ringing'],
      ['b2', 'ringing'],
    ])
    expect(repairs).toEqual(['calls[1] duplicate'])
  })

  it('merges the calls of an extension listed twice', () => {
    const reading = reader(
      body([EXTENSION, { ...EXTENSION, calls: [{ ...CALL, ivrid: 'b2' }, CALL] }]),
      'SIPSIP2',
    )
    expect(reading).toMatchObject({
      answer: [{ calls: [{ ivrid: 'a1' }, { ivrid: 'b2' }] }],
      repairs: [{ path: 'EXTENSIONS[1]', what: 'duplicate' }],
    })
  })

  it.each([
    ['one object', CALL, ['a1']],
    ['an object of objects', { 0: CALL, 1: { ...CALL, ivrid: 'b2' } }, ['a1', 'b2']],
  ])('takes %s for a list of calls', (_what, calls, ids) => {
    const { extension, repairs } = readWith({}, { calls })
    expect(extension?.calls.map((call) => call.ivrid)).toEqual(ids)
    expect(repairs).toEqual(['calls object-for-array'])
  })

  it('reads one object as a list of extensions', () => {
    expect(reader(body(EXTENSION), 'SIPSIP2')).toMatchObject({
      answer: [{ extension: 'SIPSIP2' }],
      repairs: [{ path: 'EXTENSIONS', what: 'object-for-array' }],
    })
  })

  it.each([{ ERR: 0 }, { ERR: 0, EXTENSIONS: null }, { ERR: '0', EXTENSIONS: '' }])(
    'takes %j for an empty list',
    (json) => {
      expect(reader(json, 'SIPSIP2')).toMatchObject({
        kind: 'answer',
        answer: [],
        repairs: containing([{ path: 'EXTENSIONS', what: 'missing' }]),
      })
    },
  )

  it.each([{}, [], 'text', 7, null, true, [EXTENSION], { ERR: 0, EXTENSIONS: 'many' }, { ERR: null }])(
    'rejects %j as not from this API',
    (json) => {
      expect(reader(json, null)).toEqual({ kind: 'malformed', why: 'wrong-shape' })
    },
  )

  it('accepts a list without its ERR', () => {
    expect(reader({ EXTENSIONS: [] }, null)).toEqual({
      kind: 'answer',
      answer: [],
      repairs: [{ path: 'ERR', what: 'missing' }],
    })
  })

  it.each([
    [1, { kind: 'refused', why: 'code', err: 1 }],
    ['1', { kind: 'refused', why: 'code', err: 1 }],
    [2, { kind: 'faulty', status: 200, err: 2 }],
    [99, { kind: 'faulty', status: 200, err: 99 }],
  ])('reports ERR %j, whatever else the response says', (ERR, failure) => {
    expect(reader({ ERR, DESC: 'x', EXTENSIONS: [EXTENSION] }, null)).toEqual(failure)
  })

  it('cleans the names that are shown', () => {
    expect(readWith({ callername: 'Sa\u202eles\n' }, { name: ' User\u0000 2 ' })).toMatchObject({
      call: { name: 'Sales' },
      extension: { owner: 'User 2' },
    })
  })

  it('doesn’t carry repairs over to the next response', () => {
    reader({ ERR: 'x', EXTENSIONS: 'y' }, null)
    expect(reader(body([EXTENSION]), null)).toMatchObject({ repairs: [] })
  })

  it('rejects a response with more calls than any call centre has', () => {
    const many = new Array<object>(MAX_RECORDS / 2).fill({ ...EXTENSION, calls: [{}, {}] })
    expect(reader(body(many), null)).toEqual({ kind: 'malformed', why: 'too-large' })
  })

  it('reads any JSON without failing', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(null, 'SIPSIP2'), (json, asked) => {
        reader(json, asked)
        reader(body(json), asked)
      }),
      { numRuns: 1_000 },
    )
  })

  it('reads any mutation of the documented response, and loses no call that has an id', () => {
    const call = fc.record(mutated(CALL), { noNullPrototype: true })
    const extension = fc.record({
      ...mutated(EXTENSION),
      username: fc.constant('SIPSIP2'),
      calls: fc.array(call, { maxLength: 4 }),
    })
    fc.assert(
      fc.property(extension, (mutant) => {
        const reading = reader(body([mutant]), 'SIPSIP2')
        if (reading.kind !== 'answer') throw new Error('no answer')
        const ids = mutant.calls
          .map((one) => one['ivrid'])
          .filter((id) => typeof id === 'number' || (typeof id === 'string' && /\w/.test(id)))
        expect(reading.answer[0]?.calls.length).toBeGreaterThanOrEqual(
          new Set(ids.map((id) => String(id).trim())).size,
        )
      }),
      { numRuns: 3_000 },
    )
  })
})

/** Each field as documented, absent, null, or any JSON. */
function mutated(record: object): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key,
      fc.oneof(
        { weight: 3, arbitrary: fc.constant<unknown>(value) },
        fc.constant(undefined),
        fc.constant(null),
        fc.constant(String(value)),
        fc.jsonValue(),
      ),
    ]),
  )
}

/** A list with these among its entries. */
const containing = (entries: readonly object[]): unknown => expect.arrayContaining([...entries])
