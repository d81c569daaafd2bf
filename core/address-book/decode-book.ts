import { isUtf8 } from 'node:buffer'

/**
 * The text of a file: UTF-8 or UTF-16, with or without a byte order mark, otherwise the code page of Windows that fits its
 * letters (Hebrew, Arabic, Cyrillic or Latin). Bytes that mean nothing become U+FFFD.
 */
export const decodeBook = (bytes: Uint8Array): string => new TextDecoder(charsetOf(bytes)).decode(bytes)

/** The charset of a file, named as in the Encoding Standard. */
export function charsetOf(bytes: Uint8Array): string {
  const [first = 1, second = 1] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // Text has no zeros otherwise, and in UTF-16 every digit, separator and line break has one.
  const [even, odd] = zeros(bytes)
  if (even !== odd) return odd > even ? 'utf-16le' : 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : codePage(bytes)
}

/** How many bytes are zero, at even and at odd positions. */
function zeros(bytes: Uint8Array): readonly [even: number, odd: number] {
  const sample = bytes.subarray(0, SAMPLE)
  const all = sample.filter((byte) => byte === 0).length
  const even = sample.filter((byte, index) => byte === 0 && index % 2 === 0).length
  return [even, all - even]
}

const SAMPLE = 65_536 // of a long file: as telling as all of it

/**
 * In Latin text, letters beyond ASCII stand between others; in other scripts they follow each other. Hebrew has them from
 * 0xE0 on, Russian also capitals below, at the start of words, Arabic letters below anywhere.
 */
function codePage(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.subarray(0, SAMPLE)).toString('latin1')
  const count = (pattern: RegExp): number => (text.match(pattern) ?? []).join('').length
  const runs = count(/[\xc0-\xff]{2,}/g)
  if (runs * 2 < count(/[\xc0-\xff]/g)) return 'windows-1252'
  if (count(/(?<=[\xc0-\xff])[\xc0-\xdf]/g) * 8 > runs) return 'windows-1256'
  return count(/(?<![\xc0-\xff])[\xc0-\xdf]/g) * 16 > runs ? 'windows-1251' : 'windows-1255'
}
