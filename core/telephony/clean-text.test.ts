import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../testing/any-text.ts'
import { cleanText } from './clean-text.ts'

describe('cleanText', () => {
  it.each(['Voicenter', 'User 1', 'שירות לקוחות', 'שָׁלוֹם', 'José', '0722776772'])(
    'leaves %s as it is',
    (text) => {
      expect(cleanText(text)).toBe(text)
    },
  )

  it('joins several lines into one, with single spaces', () => {
    expect(cleanText(' Sales\r\n\tdesk  two\u2028three ')).toBe('Sales desk two three')
  })

  it('removes what reorders or hides the text around it', () => {
    expect(cleanText('a\u202eb\u2066c\u200bd\u200fe\ufefff\u0000g')).toBe('abcdefg')
  })

  /** Characters that render as nothing or as a blank, and aren't Unicode spaces. */
  const FILLERS = [
    ...['\u115f', '\u1160', '\u3164', '\uffa0', '\u2800', '\u17b4', '\u17b5', '\u{1d159}'],
    ...['\u200b', '\u200c', '\u200d', '\u2060', '\u2061', '\ufeff', '\u00ad', '\u180e', '\u034f', '\u061c'],
    ...['\ufe0e', '\ufe0f', '\u180b', '\u{e0100}', '\u{e0020}', '\u2065', '\ufff0', '\u{e0fff}', '\u0301'],
    ...[' ', '\u00a0', '\u2003', '\u3000', '\u2028', '\t', '\0'],
  ]

  it('treats a name of invisible characters as empty', () => {
    for (const filler of FILLERS)
      expect(cleanText(filler.repeat(3)), filler.codePointAt(0)?.toString(16)).toBe('')
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...FILLERS), { maxLength: 300 }), (fillers) => {
        expect(cleanText(fillers.join(''))).toBe('')
      }),
    )
  })

  it('collapses blank-looking characters into one space, so that nothing is pushed out of sight', () => {
    expect(cleanText(`Noa${'\u3164'.repeat(50)}Cohen\u2800`)).toBe('Noa Cohen')
  })

  it('leaves marks on letters, and letters of every script', () => {
    for (const name of ['é', 'שָׁ', '한글', 'ㅎㅏㄴ', 'ខ្មែរ', '❤️', '⠓⠊']) expect(cleanText(name)).toBe(name)
  })

  it('makes names equal that differ only by a joiner', () => {
    expect(cleanText('Ya\u200del')).toBe('Yael')
    expect(cleanText('\u200dYael\u200c')).toBe('Yael')
  })

  it('keeps the joiners that emoji and Arabic script need', () => {
    expect(cleanText('👩‍👩‍👧')).toBe('👩‍👩‍👧')
    expect(cleanText('می‌خواهم')).toBe('می‌خواهم')
  })

  it('removes lone surrogates', () => {
    expect(cleanText('a\ud83db\udc00c')).toBe('abc')
  })

  it('truncates a long text between graphemes, with an ellipsis', () => {
    expect(cleanText('x'.repeat(200), 5)).toBe('xxxx…')
    expect(cleanText(`ab${'👩‍👩‍👧'.repeat(5)}`, 12)).toBe('ab👩‍👩‍👧…')
  })

  it('limits stacked marks', () => {
    expect(cleanText(`a${'\u0301'.repeat(500)}b`)).toHaveLength(8)
  })

  it('is fast on megabytes', () => {
    expect(cleanText('x '.repeat(4_000_000))).toHaveLength(120)
  })

  it('is idempotent, never longer than the limit, and well formed', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 300 }), fc.integer({ min: 1, max: 150 }), (text, max) => {
        const clean = cleanText(text, max)
        expect(clean.length).toBeLessThanOrEqual(max)
        expect(clean.isWellFormed()).toBe(true)
        expect(cleanText(clean, max)).toBe(clean)
      }),
      { numRuns: 2_000 },
    )
  })
})
