import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text.ts'

/** Every single-byte charset that servers of these languages use, and its names. */
const CHARSETS = [
  ...['windows-1255', 'windows-1256', 'windows-1251', 'windows-1252', 'iso-8859-8', 'iso-8859-8-i'],
  ...['iso-8859-6', 'iso-8859-5', 'iso-8859-1', 'koi8-r', 'ibm866', 'x-mac-cyrillic', 'CP1255', 'latin1'],
]

/** The letters of a charset, each with its byte; bytes without a letter are left out. */
function letters(charset: string): readonly (readonly [letter: string, byte: number])[] {
  const decoder = new TextDecoder(charset)
  return Array.from({ length: 256 - 0xa1 }, (_, index) => index + 0xa1).flatMap((byte) => {
    const letter = decoder.decode(Uint8Array.of(byte))
    return /\p{L}/u.test(letter) ? [[letter, byte] as const] : []
  })
}

const around = (bytes: readonly number[]) =>
  Uint8Array.from([...Buffer.from('{"n":"'), ...bytes, ...Buffer.from('"}')])

describe('decodeText', () => {
  it.each(CHARSETS)('reads a name in %s where the header says so', (charset) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters(charset)), { minLength: 1 }), (name) => {
        const bytes = around(name.map(([, byte]) => byte))
        const text = `{"n":"${name.map(([letter]) => letter).join('')}"}`
        fc.pre(!isUtf8(bytes))
        for (const written of [`application/json; charset=${charset}`, `text/html;Charset="${charset}"`])
          expect(decodeText(bytes, written)).toBe(text)
      }),
    )
  })

  it.each([null, 'application/json', 'application/json; charset=iso-8859-1', 'a/b; charset=nonsense'])(
    'reads UTF-8 and UTF-16, with and without their mark, under the header %j',
    (type) => {
      fc.assert(
        fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (name, mark) => {
          const text = JSON.stringify({ name })
          const marked = mark ? `\uFEFF${text}` : text
          expect(decodeText(Buffer.from(marked), type)).toBe(text)
          expect(decodeText(Buffer.from(marked, 'utf16le'), type)).toBe(text)
          expect(decodeText(Buffer.from(marked, 'utf16le').swap16(), type)).toBe(text)
        }),
      )
    },
  )

  it.each(['CP-1255', 'Windows1255', 'win-1255', 'cp_1255', 'MS1255'])('reads %s', (charset) => {
    const type = `application/json; charset=${charset}`
    expect(decodeText(around([0xe3, 0xf0, 0xe4]), type)).toBe('{"n":"דנה"}')
  })

  it('reads UTF-16 where the header says so', () => {
    const bytes = Buffer.from('{"n":"דנה"}', 'utf16le')
    expect(decodeText(bytes, 'application/json; charset=utf-16')).toBe('{"n":"דנה"}')
  })

  it.each([null, 'text/html; charset=nonsense', 'text/html; charset='])(
    'replaces what is of no charset, and never throws: %j',
    (type) => {
      expect(decodeText(around([0xe3, 0xf0, 0xe4]), type)).toContain('\uFFFD')
      expect(decodeText(new Uint8Array(), type)).toBe('')
    },
  )
})

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
