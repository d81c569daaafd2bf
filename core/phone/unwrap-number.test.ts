import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPhone } from '../phone.ts'
import { callerKey } from './caller-key.ts'
import { displayName } from './display-name.ts'
import { writtenNumber } from './testing/written-number.ts'
import { unwrapNumber } from './unwrap-number.ts'

describe('a number in any form and surrounding text', () => {
  it('is read as that number, with the same caller key', () => {
    fc.assert(
      fc.property(writtenNumber, ({ e164, written }) => {
        const phone = readPhone(written, 'IL')
        expect(phone).toMatchObject({ kind: 'number', e164, received: written.trim() })
        expect(callerKey(phone)).toBe(e164)
      }),
      { numRuns: 2_000 },
    )
  })

  it('is an extension where it is short, with its star where it has one', () => {
    for (const [written, national] of [
      ['sip:100@pbx.example', '100'],
      ['sip:100@10.0.0.5', '100'],
      ['"Noa" <sip:100@pbx.example>', '100'],
      ['tel:*5287', '*5287'],
      ['١٠٠', '100'],
      ['100#12', '100'],
    ] as const)
      expect(readPhone(written, 'IL')).toEqual({ kind: 'digits', received: written, national })
  })

  it('keeps what only looks like an extension', () => {
    expect(readPhone('03,9001234', 'IL')).toMatchObject({ e164: '+97239001234' })
    expect(readPhone('972,521,234,567', 'IL')).toMatchObject({ e164: '+972521234567' })
    expect(readPhone('#31#', 'IL')).toEqual({ kind: 'digits', received: '#31#' })
    for (const code of ['**21*0521234567#', '*72 0521234567', '*0521234567'])
      expect(readPhone(code, 'IL').kind).toBe('digits')
  })

  it('takes the country from the context of a tel: address (RFC 3966)', () => {
    expect(unwrapNumber('tel:521234567;phone-context=+972').number).toBe('+972521234567')
    expect(unwrapNumber('tel:0521234567;phone-context=example.com').number).toBe('0521234567')
  })

  it.each(['/12', '-12', ' (12)', '*12', '|12', ',12345#', '.0', '#'])(
    'is read without %s behind it, which makes it too long',
    (extension) => {
      const phone = readPhone(`052-123-4567${extension}`, 'IL')
      expect(phone).toMatchObject({ kind: 'number', e164: '+972521234567' })
    },
  )

  it.each([
    'Branch 4',
    'Order 12345678',
    'Dana 312345678',
    'Noa 0521234567, Dan 0541112223',
    'c052123456789f',
  ])('is not in “%s”, which is a name', (written) => expect(readPhone(written, 'IL').kind).toBe('name'))

  it('leaves a percent sign that encodes nothing', () => {
    expect(unwrapNumber('sip:100%@pbx').number).toBe('100%')
  })
})

describe('displayName', () => {
  it.each([
    ['"Noa" <sip:100@pbx.example>', 'Noa'],
    ['ד״ר לוי <0521234567>', 'ד״ר לוי'],
    ['Noa 0521234567', 'Noa'],
    ['Noa (052-123-4567)', 'Noa'],
    ['0521234567 נועה', 'נועה'],
    ['Phone: 0521234567', ''],
    ['PJSIP/0521234567-0000001a', ''],
    ['0521234567 Durchwahl 12', ''],
    ['Private 0521234567', ''],
    ['"0521234567" <sip:0521234567@pbx.example>', ''],
    ['"Anonymous" <sip:0521234567@pbx.example>', ''],
    ['0521234567', ''],
  ])('of %s is “%s”', (received, name) => expect(displayName(received)).toBe(name))
})
