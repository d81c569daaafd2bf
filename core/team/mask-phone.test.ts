import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPhone } from '../phone.ts'
import { writtenNumber } from '../phone/testing/written-number.ts'
import { maskDigits, maskPhone } from './mask-phone.ts'

const masked = (received: string): string => maskPhone(readPhone(received, 'IL')).received
const digitsIn = (text: string): number => text.replaceAll(/\P{N}/gu, '').length

describe('maskPhone', () => {
  it('shows the last three digits of a number', () => {
    expect(masked('0521234567')).toBe('•••567')
  })

  it('leaves a colleague’s name as it is', () => {
    expect(masked('Yael Mor')).toBe('Yael Mor')
  })

  // From reports of numbers hidden from agents that still appear in full in an identifier such as NUMBER@server.
  it.each([
    '0521234567@10.0.0.5',
    'sip:0521234567@pbx.example',
    'tel:+972521234567',
    'Noa 0521234567',
    '0521234567 ext. 12',
    '0521234567x12',
    'Desk 052-123-4567',
    '052***4567',
  ])('shows at most three digits of %s', (received) => {
    expect(digitsIn(masked(received))).toBeLessThanOrEqual(3)
  })

  it('shows the last digits of the number, not of its extension or host', () => {
    expect(masked('"Noa" <sip:0521234567@10.0.0.5>')).toBe('•••567')
    expect(masked('0521234567;ext=12')).toBe('•••567')
  })

  it('shows at most three digits, of whatever script, wherever they stand', () => {
    const name = fc.tuple(writtenNumber, fc.constantFrom('Noa #', 'ד״ר לוי #', '# Noa', 'A#B 7'))
    fc.assert(
      fc.property(name, ([{ written }, around]) => {
        for (const text of [masked(written), masked(around.replace('#', () => written))])
          expect(digitsIn(text)).toBeLessThanOrEqual(3)
        expect(digitsIn(maskDigits(around.replace('#', () => written)))).toBeLessThanOrEqual(3)
      }),
    )
  })

  it('leaves digits in a name that aren’t a phone number', () => {
    expect(maskDigits('Support 24/7')).toBe('Support 24/7')
  })
})
