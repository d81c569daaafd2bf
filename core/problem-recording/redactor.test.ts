import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asciiDigits } from '../fold-text.ts'
import { readPhone } from '../phone.ts'
import { writtenNumber } from '../phone/testing/written-number.ts'
import { createRepairLog } from '../telephony/repair-log.ts'
import { createExtensionReader } from '../telephony/extension-reader.ts'
import { parseJson } from '../telephony/json/parse-json.ts'
import { createRedactor } from './redactor.ts'

const inIsrael = (received: string) => readPhone(received, 'IL')
const redactor = () => createRedactor({ random: Math.random, readPhone: inIsrael })

/** A body of one call with these fields. */
const bodyWith = (call: object, extension: object = {}): string =>
  JSON.stringify({ ERR: 0, DESC: 'OK', EXTENSIONS: [{ username: 'SIPSIP2', calls: [call], ...extension }] })

function callIn(json: string): Record<string, unknown> {
  const body = JSON.parse(json) as { EXTENSIONS: [{ calls: [Record<string, unknown>] }] }
  return body.EXTENSIONS[0].calls[0]
}

function read(json: string, extension: string) {
  const parsed = parseJson(json)
  if (parsed.kind !== 'json') throw new Error(parsed.why)
  return createExtensionReader(createRepairLog(), inIsrael)(parsed.value, extension)
}

const digits = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), minLength: least, maxLength: most })
const israeli = fc
  .tuple(fc.constantFrom('050', '052', '054', '072', '077', '03', '09'), digits(7, 7))
  .map(([prefix, rest]) => prefix + rest)
/** The API's own words, which stay: a name that is part of one can't be distinguished from it. */
const FIELDS =
  'callerphone callername callstatus customdata recording representative username EXTENSIONS Callers'
const name = fc
  .string({
    unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCאבגדהוזחטיכלמ'.split('')),
    minLength: 6,
    maxLength: 12,
  })
  .filter((one) => !FIELDS.includes(one))

describe('a redactor', () => {
  it.each([
    ['0722776772', /^072\d{7}$|^0\d{9}$/],
    ['972722776772', /^972\d{9}$/],
    ['+972-72-277-6772', /^\+972-\d\d-\d{3}-\d{4}$/],
    ['101', /^[1-9]\d\d$/],
    ['Yael Mor', /^[A-Z][a-z]{3} [A-Z][a-z]{2}$/],
    ['יעל מור', /^[א-ת]{3} [א-ת]{3}$/],
  ])('replaces %s with another of the same form', (received, form) => {
    const { callerphone } = callIn(redactor().body(bodyWith({ callerphone: received })))
    expect(callerphone).toMatch(form)
    expect(callerphone).not.toBe(received)
    expect(inIsrael(String(callerphone)).kind).toBe(inIsrael(received).kind)
  })

  it('gives a number the same replacement, in whatever form it is written', () => {
    const { body } = redactor()
    const written = ['0722776772', '972722776772', '+972 72 277 6772', '072-277-6772'].map((callerphone) =>
      inIsrael(String(callIn(body(bodyWith({ callerphone })))['callerphone'])),
    )
    const numbers = written.map((phone) => (phone.kind === 'number' ? phone.e164 : phone.kind))
    expect(new Set(numbers).size).toBe(1)
    expect(numbers[0]).toMatch(/^\+972\d{9}$/)
    expect(numbers[0]).not.toBe('+972722776772')
  })

  it('leaves what affects decisions: times, states, words of the API, withheld numbers', () => {
    const call = {
      callStarted: 1602465818,
      callAnswered: '1602465819',
      answered: 1,
      callerphone: 'Anonymous',
      callstatus: 'Talking',
      direction: 'Click2Call',
      recording: { IsMuted: 0 },
    }
    expect(callIn(redactor().body(bodyWith(call)))).toEqual(call)
  })

  it.each([
    'sip:0501234567@pbx.example',
    'tel:+972-50-123-4567',
    '"Noa" <sip:0501234567@10.0.0.5>',
    '0501234567 ext. 12',
    '"Noa Levi" <sip:100@pbx.example>',
    '050***4567',
    '05X-XXX-4567',
    'Private Number',
    '0000000000',
    'sip:c8oqz84zk7z@anonymous.invalid',
    'Noa 0501234567',
  ])('leaves no number, name or host of %s, and what it is', (received) => {
    const { callerphone } = callIn(redactor().body(bodyWith({ callerphone: received })))
    expect(String(callerphone)).not.toMatch(/1234567|123-4567|\*4567|-4567|Noa|Levi|pbx|10\.0\.0\.5|c8oqz/)
    expect(inIsrael(String(callerphone)).kind).toBe(inIsrael(received).kind)
  })

  it('leaves no number readable, in any format, script of digits, surrounding text or field', () => {
    const position = fc.constantFrom(
      (value: string) => bodyWith({ callerphone: value }),
      (value: string) => bodyWith({ did: value }),
      (value: string) => bodyWith({ callername: `Noa ${value}` }),
      (value: string) => bodyWith({ customdata: { note: value } }),
      (value: string) => bodyWith({ recording: { Filename: `rec-${value}.mp3` } }),
    )
    fc.assert(
      fc.property(writtenNumber, position, ({ written, e164 }, put) => {
        const left = asciiDigits(redactor().body(put(written))).replaceAll(/\D/g, '')
        expect(left).not.toContain(e164.slice(-7))
      }),
      { numRuns: 500 },
    )
  })

  it('parses each text once, however many responses repeat it, so that 5,000 extensions don’t block main', () => {
    let read = 0
    const { body } = createRedactor({
      random: Math.random,
      readPhone: (received) => (read++, inIsrael(received)),
    })
    const extensions = Array.from({ length: 50 }, (_, index) => ({
      username: `SIP${index}`,
      calls: [
        {
          ivrid: `id${index}`,
          callerphone: `05012345${10 + index}`,
          callername: `Noa 05298765${10 + index}`,
        },
      ],
    }))
    const text = JSON.stringify({ ERR: 0, DESC: 'OK', EXTENSIONS: extensions })
    const first = body(text)
    const once = read
    expect(once).toBeGreaterThan(100)
    for (let poll = 0; poll < 3; poll++) expect(body(text)).toBe(first)
    expect(read).toBe(once)
  })

  it('doesn’t block main with a response that is only made to: of new numbers, words and keys, none is left', () => {
    const many = (one: (index: number) => string): readonly string[] =>
      Array.from({ length: 60_000 }, (_, index) => one(index))
    const number = (index: number): string => `05${10_000_000 + index * 37}`
    let read = 0
    const { body } = createRedactor({
      random: Math.random,
      readPhone: (received) => (read++, inIsrael(received)),
    })
    const text = [
      bodyWith({ customdata: { list: many(number).join(' ') } }),
      JSON.stringify({ a: many((index) => `Dana${index}`), b: 'NoaBar'.repeat(500_000) }),
      JSON.stringify(Object.fromEntries(many((index) => `Levi${index}`).map((key, index) => [key, index]))),
      bodyWith({ callerphone: number(70_000), callername: 'Dana Levi', did: 'NoaBar 0501234567' }),
    ].map(body)
    expect(read).toBeLessThan(101_000)
    for (const one of [
      'NoaBar',
      'Dana Levi',
      'Dana59999',
      'Levi59999',
      '0510000037',
      number(59_999),
      number(70_000),
      '0501234567',
    ])
      expect(text.join()).not.toContain(one)
    expect(() => text.map((one) => JSON.parse(one) as unknown)).not.toThrow()
  })

  it.each(['\u{e0030}\u{e0035}\u{e0034}', '\u{e0041}\u{e0062}', '⠼⠚⠑⠙', '🇩🇦🇳🇦'])(
    'leaves nothing of %j, whose characters stand for letters or digits',
    (written) => {
      const text = redactor().body(bodyWith({ callername: written, callerphone: written, [written]: 1 }))
      expect(text).not.toContain(written)
    },
  )

  it('replaces custom data, including its keys, and fields with unknown names', () => {
    const call = { customdata: { CustomerName: 'Dana', Order: 4711223 }, crmNote: 'Dana 0501234567' }
    const text = redactor().body(bodyWith(call))
    for (const original of ['Dana', 'Customer', 'Order', '4711223', 'crm', '0501234567'])
      expect(text).not.toContain(original)
  })

  it.each([
    '"0521234567"',
    '972521234567',
    '"+972521234567"',
    '972.521234567',
    '9.72521234567e11',
    '["0521234567"]',
    '-521234567',
  ])('replaces a phone number %s where a time, a length or a code belongs', (value) => {
    const { body } = redactor()
    for (const key of ['callStarted', 'JoinTime', 'Duration', 'ERR', 'IsMuted', 'onlineUserStatus'])
      expect(body(`{"${key}":${value}}`).replaceAll(/\D/g, '')).not.toContain('521234567')
  })

  it('leaves times, lengths and codes, whatever their form', () => {
    const text =
      '{"callStarted":1795973965,"callAnswered":"1795973965000","JoinTime":0,"Duration":"86400.5","ERR":-2,"IsMuted":"1"}'
    expect(redactor().body(text)).toBe(text)
  })

  it('replaces a word hidden behind invisible characters', () => {
    const { body } = redactor()
    const one = callIn(body(bodyWith({ ivrid: 'Da\u200bnaLevi' })))
    const other = callIn(body(bodyWith({ ivrid: 'DanaLevi' })))
    expect(String(one['ivrid']).replace('\u200b', '')).toBe(other['ivrid'])
    expect(other['ivrid']).not.toBe('DanaLevi')
  })

  it('leaves duplicate keys, long numbers and odd nesting as written', () => {
    const text = redactor().body(
      '{"ivrid":12345678901234567890123, "ivrid":[[1e400, -0.5]],"__proto__":{"x":null}}',
    )
    expect(text).toMatch(
      /^\{"ivrid":[1-9]\d{22}, "ivrid":\[\[[1-9]e400, -0\.\d\]\],"__proto__":\{"[a-z]":null\}\}$/,
    )
  })

  it('follows any depth', () => {
    const deep = `${'{"a":['.repeat(50_000)}"Dana"${']}'.repeat(50_000)}`
    expect(redactor().body(deep)).toHaveLength(deep.length)
  })

  it('leaves no number, no name and no code anywhere', () => {
    const secret = fc.oneof(
      israeli,
      israeli.map((one) => `972${one.slice(1)}`),
      name,
      digits(8, 20),
    )
    const position = fc.constantFrom(
      (value: unknown) => bodyWith({ callerphone: value, did: value, ivrid: 'a1' }),
      (value: unknown) => bodyWith({ callername: value, ivrid: value, callstatus: value, direction: value }),
      (value: unknown) => bodyWith({ customdata: { [String(value)]: value, more: [[value]] } }),
      (value: unknown) => bodyWith({ recording: { Filename: `${String(value)}-x.mp3`, note: value } }),
      (value: unknown) =>
        bodyWith({}, { name: value, representative: value, username: value, [String(value)]: 1 }),
      (value: unknown) =>
        JSON.stringify({ ERR: 2, DESC: `No ${String(value)} here`, Message: value, x: { y: value } }),
      (value: unknown) =>
        JSON.stringify({ QUEUES: [{ Name: value, ID: 1, Callers: [{ Phone: value, CallID: value }] }] }),
      (value: unknown) => JSON.stringify(value),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(secret, position), { minLength: 1, maxLength: 4 }), (secrets) => {
        const { body } = redactor()
        const text = secrets.map(([value, put]) => body(put(value))).join('\n')
        for (const [value] of secrets) expect(text).not.toContain(value)
      }),
      { numRuns: 400 },
    )
  })

  it('leaves a response that is read the same way: kinds, phases, order and repairs', () => {
    const odd = fc.constantFrom<unknown>(null, '', [], {}, 0, '0', true, 'Parked')
    const call = fc.record(
      {
        ivrid: fc.oneof(digits(1, 20), name, odd),
        callerphone: fc.oneof(
          israeli,
          digits(1, 6),
          name,
          odd,
          fc.constantFrom('Anonymous', '*100', '+12125550123'),
        ),
        did: fc.oneof(israeli, odd),
        callername: fc.oneof(name, odd),
        callstatus: fc.oneof(fc.constantFrom('Ringing', 'Talking', 'hold'), odd),
        callStarted: fc.oneof(
          fc.integer({ min: 1.6e9, max: 2e9 - 1 }),
          fc.integer({ min: 0, max: 999_999 }),
          odd,
        ),
        recording: fc.oneof(fc.constant([{ IsMuted: '1', Filename: 'x' }]), odd),
        customdata: fc.oneof(fc.constant({ OriginalIvrUniqueID: 'abc123' }), odd),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(call, { maxLength: 5 }), (calls) => {
        const json = JSON.stringify({ ERR: 0, EXTENSIONS: [{ username: 'SIPSIP2', calls }] })
        const { body, text } = redactor()
        const before = read(json, 'SIPSIP2')
        const after = read(body(json), text('SIPSIP2'))
        if (before.kind !== 'answer' || after.kind !== 'answer') return expect(after).toEqual(before)
        const shape = (reading: typeof before) =>
          reading.answer.flatMap(({ calls: seen }) =>
            seen.map((one) => [
              one.phase,
              one.phone.kind,
              one.did?.kind,
              one.startedApiSeconds,
              one.recording.state,
            ]),
          )
        expect(shape(after)).toEqual(shape(before))
        expect(after.repairs).toEqual(before.repairs)
      }),
      { numRuns: 400 },
    )
  })
})
