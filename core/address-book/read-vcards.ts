import { isUtf8 } from 'node:buffer'
import { charsetOf } from './decode-book.ts'
import type { EntryText } from './entry.ts'

// A file is handled as bytes, one per character: lines may be folded within a letter, and in vCard 2.1 each property may
// have its own charset.

interface Property {
  /** In capitals. */
  readonly name: string
  readonly value: string
}

/** Whether a file consists of vCards: it starts with one. */
export const isVCard = (bytes: Uint8Array): boolean =>
  /^(?:\xEF\xBB\xBF)?\s*BEGIN[ \t]*:[ \t]*VCARD/i.test(narrow(bytes.subarray(0, 1_000)))

/**
 * The cards of a file, one by one, with the names, companies, notes and numbers in them: of version 2.1 (vCard, the
 * Electronic Business Card, 1996), 3.0 (RFC 2426) or 4.0 (RFC 6350), folded or not, in quoted-printable or base64, in any
 * charset. The last one may be cut off. A card may lack a name or a number.
 */
export function* readVCards(file: Uint8Array): Generator<EntryText, void, undefined> {
  const charset = isWide(file) ? 'utf-8' : charsetOf(file)
  for (const card of narrow(file).split(/^(?=[ \t]*BEGIN[ \t]*:[ \t]*VCARD)/im))
    if (/^\s*BEGIN/i.test(card)) yield entryFrom(propertiesOf(card, charset))
}

const isWide = (file: Uint8Array): boolean => charsetOf(file).startsWith('utf-16')

/** The bytes as characters; those of UTF-16 as UTF-8. */
function narrow(file: Uint8Array): string {
  const bytes = isWide(file) ? Buffer.from(new TextDecoder(charsetOf(file)).decode(file)) : Buffer.from(file)
  return bytes.toString('latin1')
}

function entryFrom(properties: readonly Property[]): EntryText {
  const all = (name: string): readonly string[] =>
    properties
      .filter((one) => one.name === name)
      .map(({ value }) => value)
      .filter((value) => value.trim() !== '')
  const [first = '', second = '', ...others] = split(all('N')[0] ?? '')
  const [middle = '', prefix = '', suffix = ''] = others
  return {
    name: unescaped(all('FN')[0] ?? '') || joined([prefix, second, middle, first, suffix], ' '),
    company: joined(split(all('ORG')[0] ?? ''), ', '),
    note: all('NOTE').map(unescaped).join('\n'),
    numbers: all('TEL').map(unescaped),
  }
}

const joined = (parts: readonly string[], between: string): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(between)

/** The parts of a value with several, such as a name. */
const split = (value: string): readonly string[] => value.split(/(?<!\\)(?:\\\\)*;/).map(unescaped)

const unescaped = (value: string): string =>
  value.replaceAll(/\\([\s\S])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))

/** Those that an entry consists of. */
const READ = new Set(['FN', 'N', 'ORG', 'NOTE', 'TEL'])

function propertiesOf(card: string, charset: string): readonly Property[] {
  return unfolded(card).flatMap((line) => {
    const colon = colonOf(line)
    const [full = '', ...parameters] = line.slice(0, colon).split(';')
    const name = full
      .slice(full.lastIndexOf('.') + 1)
      .trim()
      .toUpperCase() // after a group, as in item1.TEL
    if (colon === -1 || !READ.has(name)) return []
    const named = (wanted: string): string | null =>
      parameters
        .find((one) => one.trim().toUpperCase().startsWith(`${wanted}=`))
        ?.trim()
        .slice(wanted.length + 1) ?? null
    const encoding = (named('ENCODING') ?? parameters.find((one) => ENCODING.test(one)) ?? '').toUpperCase()
    const bytes = unpacked(line.slice(colon + 1), encoding.trim())
    return [{ name, value: decoded(bytes, named('CHARSET') ?? charset) }]
  })
}

/** The colon before the value; those within quotation marks belong to a parameter. */
function colonOf(line: string): number {
  let isQuoted = false
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') isQuoted = !isQuoted
    else if (line[at] === ':' && !isQuoted) return at
  }
  return line.indexOf(':')
}

function unpacked(value: string, encoding: string): string {
  if (encoding === 'QUOTED-PRINTABLE') return fromQuotedPrintable(value)
  if (encoding === 'BASE64' || encoding === 'B') return Buffer.from(value, 'base64').toString('latin1')
  return value
}

/** In vCard 2.1, the name of the parameter may be left out. */
const ENCODING = /^\s*(?:quoted-printable|base64)\s*$/i

/**
 * The logical lines. A line that starts with white space continues the one before; so does, in quoted-printable, the one
 * after a line that ends in `=`.
 */
function unfolded(card: string): readonly string[] {
  // Joined at the end: a picture has thousands of parts.
  const lines: { readonly parts: string[]; readonly isQuotedPrintable: boolean }[] = []
  for (const line of card.split(/\r\n|\n|\r/)) {
    const { parts, isQuotedPrintable = false } = lines.at(-1) ?? {}
    const last = parts?.at(-1)
    if (parts !== undefined && last?.endsWith('=') === true && isQuotedPrintable)
      parts.splice(-1, 1, last.slice(0, -1), line.replace(/^[ \t](?=[=\S])/, ''))
    else if (parts !== undefined && /^[ \t]/.test(line)) parts.push(line.slice(1))
    else lines.push({ parts: [line], isQuotedPrintable: saysQuotedPrintable(line) })
  }
  return lines.map(({ parts }) => parts.join(''))
}

const saysQuotedPrintable = (line: string): boolean =>
  /quoted-printable/i.test(line.slice(0, line.indexOf(':') + 1))

const fromQuotedPrintable = (value: string): string =>
  value.replaceAll(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

/** Text in its charset; UTF-8 takes precedence, because cards claim others. */
function decoded(value: string, charset: string): string {
  const bytes = Buffer.from(value, 'latin1')
  try {
    const label = isUtf8(bytes) ? 'utf-8' : charset.replaceAll('"', '')
    return new TextDecoder(label, { ignoreBOM: true }).decode(bytes)
  } catch {
    return value // there is no such charset
  }
}
