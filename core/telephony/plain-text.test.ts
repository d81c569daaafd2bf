import { decodeHTMLStrict } from 'entities/decode'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from './clean-text.ts'
import { plainText, unescapedHtml } from './plain-text.ts'

const NAMED: Readonly<Record<string, string>> = { '"': 'quot', '&': 'amp', "'": 'apos', '<': 'lt', '>': 'gt' }

/** How programs HTML-escape a character. */
const ESCAPES: readonly ((sign: string) => string)[] = [
  (sign) => (NAMED[sign] === undefined ? sign : `&${NAMED[sign]};`),
  (sign) => `&#${sign.codePointAt(0)};`,
  (sign) => `&#0${sign.codePointAt(0)};`,
  (sign) => `&#x${sign.codePointAt(0)?.toString(16)};`,
  (sign) => `&#X${sign.codePointAt(0)?.toString(16).toUpperCase()};`,
]

describe('plainText', () => {
  it('is the text before it was escaped, in whichever form', () => {
    const unit = fc.constantFrom(
      '"',
      '&',
      "'",
      '<',
      '>',
      'é',
      'ד',
      '״',
      '׳',
      'я',
      'ع',
      '😀',
      'a',
      ' ',
      ';',
      '#',
    )
    const sign = fc.tuple(unit, fc.constantFrom(...ESCAPES))
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
        const text = signs.map(([one]) => one).join('')
        const escaped = signs.map(([one, escape]) => (one === '&' ? '&amp;' : escape(one))).join('')
        expect(plainText(escaped)).toBe(cleanText(text))
      }),
    )
  })

  it.each([
    ['Jos&eacute;', 'José'],
    ['a&nbsp;b', 'a b'],
    ['&rlm;0521234567&#8206;', '0521234567'],
    ['&amp;quot;', '&quot;'],
    ['a&#9;b&#10;c', 'a b c'],
    ['x&#8238;y&#0;', 'xy\uFFFD'],
    ['AT&T; R&D', 'AT&T; R&D'],
    ['R&D &copy 2026 &lt', 'R&D &copy 2026 &lt'],
    ['&;&#;&#x;', '&;&#;&#x;'],
  ])('makes %j %j', (text, plain) => expect(plainText(text)).toBe(plain))

  it('decodes as the library does, whatever the text', () => {
    const piece = fc.constantFrom(
      '&',
      '#',
      'x',
      ';',
      'amp',
      'quot',
      '38',
      'copy',
      '&amp;',
      '&#0000038;',
      '&#x26;',
      ' ',
      'zz',
      'é',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        expect(unescapedHtml(text)).toBe(decodeHTMLStrict(text))
      }),
      { numRuns: 2_000 },
    )
  })

  it('is fast on megabytes', () => {
    expect(plainText('&quot;x'.repeat(1_000_000))).toHaveLength(120)
  })
})
