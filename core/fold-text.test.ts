import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asciiDigits, foldText } from './fold-text.ts'

/** What a keyboard types, and the other forms in which names contain it: `['e', 'é', 'É']`. */
const SPELLINGS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  English: [
    ...[
      ['a', 'A', 'á', 'Ä', 'å', 'a\u0301'],
      ['e', 'é', 'É', 'ê'],
      ['o', 'ö', 'ø', 'Ø', 'ō'],
      ['i', 'İ', 'ı'],
    ],
    ...[
      ['ss', 'ß'],
      ['l', 'ł'],
      ['n', 'ñ', 'N', '\u200bn', 'n\u034f', '\u3164n', 'n\ufe0f'],
      ["'", '’', '‘', '`', 'ʼ'],
      ['-', '‐', '–', '−', '\u2011'],
    ],
  ],
  Hebrew: [
    ...[
      ['ש', 'שׁ', 'שׂ', 'שּׁ', '\ufb2a'],
      ['כ', 'כֹּ', 'כּ'],
      ['ה', 'הֵ'],
      ['ו', 'וּ', '\ufb35', 'וֹ'],
    ],
    ...[
      ['"', '״', '”', '„'],
      ["'", '׳', '’', '´'],
      ['-', '־', '–'],
      ['ם', 'ם\u200f'],
    ],
  ],
  Arabic: [
    ...[
      ['ا', 'أ', 'إ', 'آ', 'ٱ', 'اً'],
      ['ي', 'ى', 'ی', 'ئ'],
      ['ه', 'ة'],
      ['و', 'ؤ'],
      ['ك', 'ک', 'كـ'],
      ['م', 'مُ', 'مَّ'],
    ],
    ...[
      ['5', '٥', '۵'],
      ['-', '‑'],
      ['ب', 'ب\u200d', 'ﺏ'],
    ],
  ],
  Russian: [
    ...[
      ['е', 'ё', 'Ё', 'Е', 'е\u0308'],
      ['й', 'Й', 'й'],
      ['о', 'О', 'о́'],
      ['"', '«', '»', '“'],
    ],
    ...[['-', '—', '‑']],
  ],
}

describe.each(Object.entries(SPELLINGS))('text in %s', (_, letters) => {
  const both = fc
    .constantFrom(...letters, [' ', '\u00a0', '\u202f', '  '])
    .chain((forms) => fc.constantFrom(...forms).map((form) => [forms[0] ?? '', form] as const))

  it('is the same however it is spelt', () => {
    fc.assert(
      fc.property(fc.array(both, { minLength: 1, maxLength: 20 }), (text) => {
        const [typed, named] = [0, 1].map((side) => text.map((forms) => forms[side]).join(''))
        expect(foldText(named ?? '')).toBe(foldText(typed ?? ''))
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('foldText', () => {
  it('is idempotent', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff)), (units) => {
        const text = String.fromCharCode(...units)
        expect(foldText(foldText(text))).toBe(foldText(text))
      }),
    )
  })

  it('treats two apostrophes as gershayim, as they are typed', () => {
    for (const written of ["ד''ר", 'ד׳׳ר', 'ד״ר']) expect(foldText(written)).toBe('ד"ר')
  })

  it('leaves different letters different', () => {
    for (const [one, other] of ['כח', 'דר', 'ие', 'سش', 'ae', 'תט'].map((pair) => Array.from(pair)))
      expect(foldText(one ?? '')).not.toBe(foldText(other ?? ''))
  })
})

it('reads the digits of every script', () => {
  for (const digits of ['0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '०१२३४५६७८९', '๐๑๒๓๔๕๖๗๘๙', '𞥐𞥑𞥒𞥓𞥔𞥕𞥖𞥗𞥘𞥙'])
    expect(asciiDigits(digits)).toBe('0123456789')
})
