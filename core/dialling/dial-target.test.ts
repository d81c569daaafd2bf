import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPhone } from '../phone.ts'
import { writtenNumber } from '../phone/testing/written-number.ts'
import { readTarget, type DialRules, type DialSubject, type NotDialable } from './dial-target.ts'

const RULES: DialRules = {
  region: 'IL',
  dialCountries: 'all',
  dialRefusedPrefixes: [],
  extension: 'SIPSIP2',
  isExtension: (code) => ['SIPSIP1', 'SIPSIP2', '201', '101'].includes(code),
}

const typed = (text: string, changes: Partial<DialRules> = {}) =>
  readTarget({ kind: 'text', text }, { ...RULES, ...changes })
const target = (text: string, changes: Partial<DialRules> = {}): string => {
  const read = typed(text, changes)
  return 'refused' in read ? `refused: ${read.refused}` : read.target
}

describe('a number to call', () => {
  it('is sent as digits with the country code, whatever its format', () => {
    fc.assert(
      fc.property(writtenNumber, ({ e164, written }) => {
        expect(target(written)).toBe(e164.slice(1))
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['0501234567', '972501234567'],
    ['tel:+972-3-900-1234', '97239001234'],
    ['callto:0501234567', '972501234567'],
    ['03-900-1234', '97239001234'],
    ['1-700-500-500', '9721700500500'],
    ['201', '201'],
    ['SIPSIP1', 'SIPSIP1'],
    ['  0501234567\n', '972501234567'],
  ])('%s is sent as %s', (written, sent) => expect(target(written)).toBe(sent))

  it.each<[string, NotDialable]>([
    ['', 'empty'],
    ['  \u200f ', 'empty'],
    ['Anonymous', 'withheld'],
    ['•••567', 'withheld'],
    ['052***4567', 'withheld'],
    ['sipsip1', 'not-a-number'],
    ['Noa Levi', 'not-a-number'],
    ['*21*0501234567#', 'not-a-number'],
    ['*5287', 'not-a-number'],
    ['7', 'not-a-number'],
    ['12345678901234567890', 'not-a-number'],
    ['SIPSIP2', 'own-extension'],
    [`tel:${'1'.repeat(1_000_000)}`, 'too-long'],
  ])('%.40s can’t be called', (written, refused) => expect(typed(written)).toEqual({ refused }))

  it.each([
    '100',
    '101',
    '102',
    '112',
    '911',
    '+972100',
    '00972101',
    'tel:102',
    '0112',
    '1-1-2',
    '100,,1',
    '972 102',
  ])('%s is an emergency number, which only a phone may call', (written) =>
    expect(typed(written)).toEqual({ refused: 'emergency' }),
  )

  it('is an emergency number of its own country, even if a colleague has that code', () => {
    expect(typed('110', { region: 'DE' })).toEqual({ refused: 'emergency' })
    expect(typed('+49110')).toEqual({ refused: 'emergency' })
    expect(target('110', { region: 'US' })).toBe('110')
    expect(readTarget({ kind: 'colleague', extension: '101', name: '' }, RULES)).toEqual({
      refused: 'emergency',
    })
  })

  it.each([
    '0044207946095',
    '00 353 1 234',
    '00 881 312 345',
    '012 1 900 123 456',
    '01144207946095',
    '881312345678',
    '4420794609581',
    '001900',
    '+999 123 456',
    'tel:00-999-123456',
  ])('can’t be called if only some countries can, and %s might be in another', (written) => {
    expect(typed(written, { dialCountries: ['IL'] })).toEqual({ refused: 'country' })
  })

  it.each(['201', '1700500500', '144', '2222222', '0501234567'])(
    '%s can be called where only those of its own country can',
    (written) => {
      const rules = { dialCountries: ['IL'], isExtension: (code: string) => code === '2222222' }
      expect(typed(written, rules)).not.toHaveProperty('refused')
    },
  )

  it('can’t be called if the organisation blocks its country or its prefix', () => {
    const home = { dialCountries: ['IL'] } as const
    expect(target('0501234567', home)).toBe('972501234567')
    expect(target('201', home)).toBe('201')
    expect(typed('+1 212 555 0100', home)).toEqual({ refused: 'country' })
    expect(typed('+1 212 555 0100', { dialCountries: [] })).toEqual({ refused: 'country' })
    for (const prefix of ['1700', '9721700', '97217'])
      expect(typed('1-700-500-500', { dialRefusedPrefixes: [prefix] })).toEqual({ refused: 'prefix' })
    expect(target('1-700-500-500', { dialRefusedPrefixes: ['1900'] })).toBe('9721700500500')
  })

  it('is never sent with anything but digits, unless it is an extension', () => {
    const hostile: fc.Arbitrary<DialSubject> = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }).map((text) => ({ kind: 'text', text }) as const),
      fc
        .string({ maxLength: 40 })
        .map((text) => ({ kind: 'phone', phone: readPhone(text, 'IL'), name: text }) as const),
      fc.string({ maxLength: 40 }).map((extension) => ({ kind: 'colleague', extension, name: '' }) as const),
    )
    fc.assert(
      fc.property(hostile, (subject) => {
        const read = readTarget(subject, RULES)
        if ('refused' in read) return
        if (subject.kind === 'colleague') expect(read.target).toMatch(/^[\w.-]{1,64}$/)
        else expect(/^\d{2,17}$/.test(read.target) || RULES.isExtension(read.target)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  it('of a colleague is their code; the agent’s own is refused', () => {
    const of = (extension: string) => readTarget({ kind: 'colleague', extension, name: 'Yael' }, RULES)
    expect(of('SIPSIP1')).toMatchObject({ target: 'SIPSIP1', name: 'Yael' })
    expect(of('SIPSIP2')).toEqual({ refused: 'own-extension' })
    expect(of('a b')).toEqual({ refused: 'not-a-number' })
  })
})
