import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPhone } from '../phone.ts'
import { writtenNumber } from '../phone/testing/written-number.ts'
import { sampleCall } from '../templates/sample-call.ts'
import type { TemplateCall } from '../templates/template-call.ts'
import type { PopConditions } from './crm-rule.ts'
import { unfitCondition } from './unfit-condition.ts'

const call: TemplateCall = { ...sampleCall(0), queue: 'Sales', customData: { lang: 'he', empty: '' } }
const unfit = (when: PopConditions, change: Partial<TemplateCall> = {}, known = true) =>
  unfitCondition(when, { ...call, ...change }, known)

const FIT: readonly PopConditions[] = [
  {},
  { direction: ['outgoing', 'incoming'] },
  { did: ['072-277-6773'] },
  { did: ['+972 72 277 6773'] },
  { did: ['0000', '972722776773'] },
  { queue: [' sales '] },
  { prefix: ['072'] },
  { prefix: ['+97272'] },
  { prefix: ['97272'] },
  { known: true },
  { customdata: { lang: 'he' } },
  { customdata: { lang: '*' } },
]

const UNFIT: readonly (readonly [PopConditions, string])[] = [
  [{ direction: ['outgoing'] }, 'direction'],
  [{ did: ['2776773'] }, 'did'],
  [{ did: ['+072 277 6773'] }, 'did'],
  [{ queue: ['Sale'] }, 'queue'],
  [{ prefix: ['2'] }, 'prefix'],
  [{ prefix: ['+072'] }, 'prefix'],
  [{ known: false }, 'known'],
  [{ customdata: { lang: 'en' } }, 'customdata'],
  [{ customdata: { empty: '*' } }, 'customdata'],
  [{ customdata: { toString: '*' } }, 'customdata'],
  [{ customdata: { lang: 'he', more: '*' } }, 'customdata'],
  [{ known: true, prefix: ['05'] }, 'prefix'],
]

describe('unfitCondition', () => {
  it.each(FIT)('fits %j', (when) => expect(unfit(when)).toBeNull())
  it.each(UNFIT)('%j fails for its %s', (when, why) => expect(unfit(when)).toBe(why))

  describe('of a number in any written form', () => {
    const phone = readPhone('0521234567', 'IL')
    const did = readPhone('97239001234', 'IL')
    const star = readPhone('*5287', 'IL')

    it.each([
      ...['03-9001234', '+97239001234', '97239001234', '\u202a+97239001234\u202c', '0097239001234'],
      ...['+972 (0)3-900-1234', '+972 03 900 1234', '972039001234'],
      ...['3-900-1234', '011972 3 900 1234', 'Main: 03-900-1234', '03-900-1234 (main)', "'039001234"],
    ])('fits a call to 03-900-1234 by the dialled number %j', (written) =>
      expect(unfit({ did: [written] }, { did })).toBeNull(),
    )

    // From reports of rules that compare numbers as text, and silently never match.
    it('matches a number in any form, and no call to another number', () => {
      fc.assert(
        fc.property(writtenNumber, ({ e164, written }) => {
          expect(unfit({ did: [written] }, { did: readPhone(e164, 'IL') })).toBeNull()
          expect(unfit({ did: [written] }, { did })).toBe(e164 === '+97239001234' ? null : 'did')
        }),
      )
    })

    it('matches the first digits of a number, with and without the country code', () => {
      fc.assert(
        fc.property(
          fc.constantFrom('0', '+972', '00972', '972', '+972 (0)', '+9720'),
          fc.nat(8),
          (code, more) => {
            const prefix = `${code}${'521234567'.slice(0, more + 1)}`
            expect(unfit({ prefix: [prefix] }, { phone })).toBeNull()
            expect(unfit({ prefix: [`${prefix}9`] }, { phone })).toBe('prefix')
          },
        ),
      )
    })

    it.each(['05', '+9725', '972 5', '009725', '+972 (0)52', '05*', '+9725*', '052xxxxxxx', '05…'])(
      'fits the caller 052-123-4567 by the prefix %j',
      (prefix) => expect(unfit({ prefix: [prefix] }, { phone })).toBeNull(),
    )

    it('fits a call to *5287 by that number', () => {
      expect(unfit({ did: ['*5287'] }, { did: star })).toBeNull()
    })

    it('does not fit a call to *5287 by 5287, which is another number', () => {
      expect(unfit({ did: ['5287'] }, { did: star })).toBe('did')
    })

    it('matches nobody without digits, nor a country by a short code', () => {
      expect(unfit({ prefix: ['+'] }, { phone })).toBe('prefix')
      expect(unfit({ prefix: ['*52'] }, { phone: readPhone('+525512345678', 'IL') })).toBe('prefix')
    })
  })

  it('matches a queue in any spelling', () => {
    expect(unfit({ queue: ['ד"ר לוי - מכירות'] }, { queue: 'ד״ר לוי – מכירות' })).toBeNull()
  })

  it('uses the call’s own name where nobody was seen waiting', () => {
    expect(unfit({ queue: ['Voicenter'] }, { queue: '' })).toBeNull()
    expect(unfit({ queue: ['Voicenter'] })).toBe('queue')
  })

  it('finds no number in a name or a withheld number', () => {
    for (const kind of ['name', 'withheld'] as const) {
      const phone = { kind, received: '0722776772' }
      expect(unfit({ prefix: ['0'] }, { phone, did: phone })).toBe('prefix')
      expect(unfit({ did: ['0722776772'] }, { did: phone })).toBe('did')
    }
    expect(unfit({ did: ['1'] }, { did: null })).toBe('did')
    expect(unfit({ prefix: ['*2'] }, { phone: { kind: 'digits', received: '*25' } })).toBeNull()
  })
})
