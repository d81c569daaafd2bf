import { describe, expect, it } from 'vitest'
import { somePhone } from '../testing/seen.ts'
import { readPhone } from '../phone.ts'
import { phoneText, timer, unbrokenNumber } from './formats.ts'
import { wordsFor } from './words-for.ts'

describe('timer', () => {
  it.each([
    [-5_000, '0:00'],
    [999, '0:00'],
    [7_000, '0:07'],
    [768_000, '12:48'],
    [3_599_000, '59:59'],
    [3_600_000, '1:00:00'],
    [3_723_000, '1:02:03'],
    [7_400_000, '2:03:20'],
    [90_000_000, '25:00:00'],
    [90_061_000, '25:01:01'],
  ])('%i ms is %s', (ms, text) => expect(timer(ms)).toBe(text))
})

describe('phoneText', () => {
  it('returns a number in the requested form', () => {
    expect(
      (['national', 'international', 'received'] as const).map((format) => phoneText(somePhone, format)),
    ).toEqual(['072-277-6772', '+972 72 277 6772', '0722776772'])
  })

  it('leaves alone what is no number', () => {
    expect(phoneText({ kind: 'name', received: 'Yael' }, 'international')).toBe('Yael')
    expect(phoneText({ kind: 'withheld', received: 'Anonymous' }, 'received')).toBe('')
  })
})

describe('unbrokenNumber', () => {
  it.each(['442079460958', '12025550143', '+49 1522 1234 5678', '0521234567', '1700500600'])(
    'leaves no place to break %s, in any form',
    (received) => {
      for (const format of ['national', 'international', 'received'] as const) {
        const text = phoneText(readPhone(received, 'IL'), format)
        expect(unbrokenNumber(text)).not.toMatch(/[^\S\u00a0]/)
        expect(unbrokenNumber(text).replaceAll('\u00a0', ' ')).toContain(text)
      }
    },
  )
})

describe('wordsFor', () => {
  it('takes the set language, whatever the system speaks', () => {
    expect(wordsFor('he', ['en-GB']).locale).toBe('he')
  })

  it.each([
    [['fr-FR', 'en-GB', 'he-IL'], 'en'],
    [['he-IL', 'en'], 'he'],
    [['iw_IL'], 'he'],
    [['ar-EG'], 'ar-u-nu-latn'],
    [['ru'], 'ru'],
    [['', '*', 'x'], 'en'],
    [[], 'en'],
  ])('takes the first known language of a system that speaks %j, else English', (locales, locale) => {
    expect(wordsFor('system', locales).locale).toBe(locale)
  })
})
