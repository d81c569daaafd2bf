import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPhone } from './phone.ts'

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

  it('reads a number by the region that is set', () => {
    expect(readPhone('020 7946 0958', 'GB')).toMatchObject({
      e164: '+442079460958',
      national: '020 7946 0958',
    })
  })

  it.each(['101', '1001', '2421', '*2421', '#31#', '()'])(
    'leaves %s, which is no valid number, as digits',
    (received) => {
      expect(readPhone(received, 'IL')).toEqual({ kind: 'digits', received })
    },
  )

  it.each(['', '  ', 'Anonymous', 'anonymous', 'RESTRICTED', 'null', 'חסוי'])(
    'takes “%s” for a withheld number',
    (received) => {
      expect(readPhone(received, 'IL')).toEqual({ kind: 'withheld', received })
    },
  )

  it.each(['Yael', 'דנה לוי', 'Desk 0722776772'])('takes %s for a name', (received) => {
    expect(readPhone(received, 'IL')).toEqual({ kind: 'name', received })
  })

  it('falls back to the default region for one that does not exist', () => {
    expect(readPhone('0722776772', 'ZZ')).toMatchObject({ e164: '+972722776772' })
  })

  it('reads any text without failing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9+*#() -]{0,30}$/)),
        (text) => {
          const phone = readPhone(text, 'IL')
          expect(phone.received.trim()).toBe(text.trim())
        },
      ),
      { numRuns: 1_000 },
    )
  })
})
