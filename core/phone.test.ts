import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from './testing/any-text.ts'
import { readPhone } from './phone.ts'
import { phoneForm } from './templates/plain-value.ts'

describe('readPhone', () => {
  it.each([
    '0722776772',
    '972722776772',
    '+972722776772',
    '+972-72-277-6772',
    '072-277-6772',
    '00972722776772',
  ])('reads %s as the same number', (received) => {
    expect(readPhone(received, 'IL')).toEqual({
      kind: 'number',
      received,
      national: '072-277-6772',
      international: '+972 72 277 6772',
      e164: '+972722776772',
    })
  })

  it('writes a number of another country with its country code, nationally too', () => {
    expect(readPhone('442079460958', 'IL')).toMatchObject({
      national: '+44 20 7946 0958',
      e164: '+442079460958',
    })
  })

  it('reads a number by the configured region', () => {
    expect(readPhone('020 7946 0958', 'GB')).toMatchObject({
      e164: '+442079460958',
      national: '020 7946 0958',
    })
  })

  it.each(['100', '101', '144', '1001', '1201', '2421', '12345', '*2421', '*5287', '#31#'])(
    'leaves %s, which is no valid number, as digits',
    (received) => {
      expect(readPhone(received, 'IL')).toEqual({ kind: 'digits', received })
    },
  )

  // From reports of number libraries that refuse newly opened ranges of Israel.
  it.each([
    '0792123456',
    '0795123456',
    '0797123456',
    '0768123456',
    '0733123456',
    '0747123456',
    '0771234567',
    '0554001234',
    '0556112233',
    '0515123456',
    '0559889900',
    '086851234',
  ])('reads %s as a number of Israel, with the country code and without', (received) => {
    const e164 = `+972${received.slice(1)}`
    expect(readPhone(received, 'IL')).toMatchObject({ kind: 'number', e164 })
    expect(readPhone(`972${received.slice(1)}`, 'IL')).toMatchObject({ kind: 'number', e164 })
  })

  it.each([
    ['1700500600', '+9721700500600'],
    ['1-700-500-600', '+9721700500600'],
    ['1800123456', '+9721800123456'],
  ])('reads %s as one number, although it begins with 1', (received, e164) => {
    expect(readPhone(received, 'IL')).toMatchObject({ kind: 'number', e164 })
  })

  it('restores a leading zero that was lost on the way', () => {
    expect(readPhone('521234567', 'IL')).toMatchObject({ e164: '+972521234567' })
  })

  it.each(['9720521234567', '+972 (0)52-123-4567', '00972521234567'])(
    'drops the trunk zero or international prefix of %s',
    (received) => {
      expect(readPhone(received, 'IL')).toMatchObject({ e164: '+972521234567' })
    },
  )

  // From reports of telephone switches that put the country code before a number that already has it.
  it.each([
    '972972521234567',
    '+972972521234567',
    '+972+972521234567',
    '97200972521234567',
    '000972521234567',
  ])('reads %s as the number whose country code was added twice', (received) => {
    expect(readPhone(received, 'IL')).toMatchObject({ kind: 'number', e164: '+972521234567' })
  })

  it.each([
    '7'.repeat(100),
    '972'.repeat(40),
    '12'.repeat(60),
    `+${'1'.repeat(25)}`,
    `${'972'.repeat(6)}521234567`,
  ])('takes %s for no number: no code is added that often', (received) => {
    expect(readPhone(received, 'IL')).toEqual({ kind: 'digits', received })
  })

  // From reports of international numbers without a plus that are read as national ones.
  it.each(['12025550143', '12125550187', '14165550122'])(
    'reads %s as a North American number',
    (received) => {
      expect(readPhone(received, 'IL')).toMatchObject({ kind: 'number', e164: `+${received}` })
    },
  )

  it('leaves seven digits, which aren’t a valid Israeli number, as digits', () => {
    expect(readPhone('1234567', 'IL')).toEqual({ kind: 'digits', received: '1234567' })
  })

  // From reports of softphones that show a caller as sip:NUMBER@address, which then matches nobody.
  it.each([
    'sip:0521234567@pbx.example',
    'sip:+972521234567@pbx.example;user=phone',
    '0521234567@10.0.0.5',
    'tel:+972521234567',
    'tel:+972-52-123-4567',
    '"Noa" <sip:0521234567@pbx.example>',
    '"Noa" <0521234567>',
  ])('reads the number in %s', (received) => {
    expect(readPhone(received, 'IL')).toMatchObject({ kind: 'number', e164: '+972521234567' })
  })

  it('reads the extension in a SIP address', () => {
    expect(phoneForm(readPhone('sip:100@pbx.example', 'IL'), 'digits')).toBe('100')
  })

  it.each(['', '  ', 'Anonymous', 'anonymous', 'RESTRICTED', 'null', 'חסוי'])(
    'takes “%s” for a withheld number',
    (received) => {
      expect(readPhone(received, 'IL')).toEqual({ kind: 'withheld', received })
    },
  )

  it.each(['Yael', 'דנה לוי', 'Desk 12345678', 'sip:dana@pbx.example'])('takes %s for a name', (received) => {
    expect(readPhone(received, 'IL')).toEqual({ kind: 'name', received })
  })

  it('falls back to the default region for one that does not exist', () => {
    expect(readPhone('0722776772', 'ZZ')).toMatchObject({ e164: '+972722776772' })
  })

  it('reads any text without failing', () => {
    fc.assert(
      fc.property(fc.oneof(anyText(), fc.stringMatching(/^[0-9+*#() -]{0,30}$/)), (text) => {
        const phone = readPhone(text, 'IL')
        expect(phone.received.trim()).toBe(text.trim())
      }),
      { numRuns: 1_000 },
    )
  })
})
