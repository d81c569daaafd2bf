import { describe, expect, it } from 'vitest'
import type { Phone } from '../domain.ts'
import { en } from './en.ts'
import { maskedLine, maskedName, maskedPhone } from './masked.ts'

const number = (received: string): Phone => ({
  kind: 'number',
  received,
  national: received,
  international: received,
  e164: received,
})

describe('privacy mode', () => {
  it('shows of a number or a name only that there is one', () => {
    expect(maskedPhone(number('0722776772'), en)).toEqual({ kind: 'name', received: 'Number hidden' })
    expect(maskedPhone({ kind: 'digits', received: '104' }, en).received).toBe('Number hidden')
    expect(maskedPhone({ kind: 'name', received: 'Noa' }, en).received).toBe('Name hidden')
    const withheld = maskedPhone({ kind: 'withheld', received: '052***4567' }, en)
    expect(withheld).toEqual({ kind: 'withheld', received: '' })
  })

  it('leaves no name where there was none', () => {
    expect([maskedName('', en), maskedName('Noa', en)]).toEqual(['', 'Name hidden'])
  })

  it('shows a line by its last digits, and a short one not at all', () => {
    expect(maskedLine(number('039001234'))).toEqual({ kind: 'digits', received: '…234' })
    expect(maskedLine({ kind: 'digits', received: '1234' })).toBe(null)
    expect(maskedLine({ ...number('039001234'), received: 'sip:039001234@10.0.0.5' })?.received).toBe('…234')
    expect(maskedLine({ kind: 'name', received: 'Sales 039001234' })).toBe(null)
  })
})
