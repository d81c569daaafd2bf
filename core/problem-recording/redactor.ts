import type { Phone } from '../domain.ts'
import { callerKey } from '../phone/caller-key.ts'
import { WITHHELD_WORDS } from '../phone/withheld.ts'
import { MAX_PHONE_LENGTH } from '../telephony/fields.ts'
import { plainText, unescapedHtml } from '../telephony/plain-text.ts'
import { createFakeNumbers } from './fake-numbers.ts'
import { createFakeWords } from './fake-words.ts'
import { KNOWN_FIELDS, SENTENCE_WORDS, STATUS_WORDS, type FieldKind } from './known-fields.ts'
import { redactJson, type ValueContext } from './redact-json.ts'

/** Removes personal data from responses, consistently, so that the result behaves like the original. */
export interface Redactor {
  /** A text with every word replaced. */
  text(value: string): string
  /** A body of valid JSON. */
  body(json: string): string
}

export interface RedactorParts {
  /** 0 (included) to 1 (excluded): replacements are not derived from the original. */
  readonly random: () => number
  readonly readPhone: (received: string) => Phone
}

/** Letters and digits; marks on letters, punctuation and invisible characters are not part of names. */
const LETTER = String.raw`[[\p{Alphabetic}\p{N}\p{Script=Braille}\p{Regional_Indicator}]--[\p{M}\u2800]]`
/** Invisible characters that spell a text: each stands for a sign of ASCII. */
const TAGS = /[\u{e0020}-\u{e007f}]/gu
/** Invisible, too, and as long, but without a meaning. */
const TAG_WITHOUT_MEANING = '\u{e0001}'
/** Characters that the reader strips may occur within a word, and don't split it. */
const UNSEEN = String.raw`[[\p{Cf}\p{Cc}\p{Surrogate}]--[\t\n\v\f\r\u0085]]`
const WORD = new RegExp(`${LETTER}(?:${UNSEEN}*${LETTER})*`, 'gv')
const ONE_UNSEEN = new RegExp(UNSEEN, 'gv')
const NUMBER_RUN = /\+?\p{Nd}[\p{Nd}\s().\p{Pd}]*\p{Nd}/gu
const MAX_TEXTS = 50_000 // ten of each of 5,000 extensions
/**
 * Readings of numbers in a recording, which take some seconds in all: more than 5,000 extensions and their calls of 15 minutes
 * need.
 */
const MAX_READINGS = 100_000
const PLAIN_NUMBER = /^(?:[+-]?\d{0,15}(?:\.\d*)?|true|false)$/i
/**
 * A duration, a code, or a time from 2020 to 2033 in seconds or milliseconds. Anything else of seven digits or more may
 * be a phone number.
 */
const MEASURE = /^\D?(?:\d{0,6}|1[6-9]\d{8}(?:\d{3})?)(?:\.\d{0,3})?$/
const LITERAL = /^(-?)(\d+)(?:\.(\d+))?([eE].*)?$/
const INDEX = /^\d{1,3}$/ // a list written as an object: the order of its keys is the order of the calls
/** The words that a field of this kind keeps. */
const UNCHANGED: ReadonlyMap<FieldKind, ReadonlySet<string>> = new Map([
  ['status', STATUS_WORDS],
  ['sentence', SENTENCE_WORDS],
])
/** The words of a caller's address that define its kind. */
const ADDRESS_WORDS: ReadonlySet<string> = new Set([
  'sip',
  'sips',
  'tel',
  'ext',
  'x',
  'invalid',
  ...WITHHELD_WORDS,
])

/** A redactor for one recording; it remembers its replacements only as long as it lives. */
export function createRedactor({ random, readPhone }: RedactorParts): Redactor {
  const names = [...KNOWN_FIELDS.keys()].map((name) => name.toLowerCase())
  const words = createFakeWords(
    random,
    new Set([...names, ...STATUS_WORDS, ...SENTENCE_WORDS, ...ADDRESS_WORDS, 'true', 'false']),
  )
  let readings = 0
  const counted = (received: string): Phone => {
    readings += 1
    return readPhone(received)
  }
  /** False once there were so many numbers that reading others would take too long: they are replaced as words. */
  const mayRead = (): boolean => readings < MAX_READINGS
  const fakeNumber = createFakeNumbers(words, random, counted)
  const read = (received: string): Phone => counted(plainText(received, MAX_PHONE_LENGTH))

  const digitWords = new Map<string, string>()
  const exchangedTexts = new Map<string, string>()

  /** A number within a text gets the same replacement as one on its own. */
  function word(original: string): string {
    const known = digitWords.get(original)
    if (known !== undefined) return known
    if (!/^\d+$/.test(original) || !mayRead()) return words.word(original)
    const replaced = digitWord(original)
    digitWords.set(original, replaced)
    return replaced
  }

  function digitWord(original: string): string {
    const phone = read(original)
    const written = phone.kind === 'number' ? fakeNumber(original, phone) : null
    if (written !== null) return written
    return words.word(original, (candidate) => read(candidate).kind === phone.kind)
  }

  const exchange = (value: string, unchanged?: ReadonlySet<string>): string =>
    value.replace(WORD, (found) => {
      const original = found.replace(ONE_UNSEEN, '')
      if (unchanged?.has(original.toLowerCase()) === true) return found
      return original === found ? word(original) : woven(found, word(original))
    })

  function phone(value: string): string {
    if (!mayRead()) return exchange(value, ADDRESS_WORDS)
    const known = read(value)
    // Only the word itself: the text around it, and what the reader cuts off after it, may be anything.
    if (known.kind === 'withheld') return likeBefore(known.received, known) ?? 'Anonymous'
    if (/\p{Alphabetic}/u.test(value)) return likeBefore(value, known) ?? exchange(value)
    if (known.kind !== 'number') return shortCode(value, known.kind)
    const written = fakeNumber(value, known)
    return written !== null && read(written).kind === 'number' ? written : exchange(value)
  }

  /** Every word replaced except those that define its kind; null where it would be read as something else. */
  function likeBefore(value: string, known: Phone): string | null {
    const written = known.kind === 'number' ? withNumber(value, known) : null
    const exchanged = written ?? exchange(value, ADDRESS_WORDS)
    return read(exchanged).kind === known.kind ? exchanged : null
  }

  function withNumber(value: string, known: Extract<Phone, { kind: 'number' }>): string | null {
    const run = value.match(NUMBER_RUN)?.find((one) => callerKey(read(one)) === known.e164) ?? ''
    const written = run === '' ? null : fakeNumber(run, known)
    if (written === null) return null
    const around = value.split(run).map((part) => exchange(part, ADDRESS_WORDS))
    return around.join(written)
  }

  /** Its digits count as one word, whatever is between them. */
  function shortCode(value: string, kind: Phone['kind']): string {
    const digits = (value.match(/\p{N}/gu) ?? []).join('')
    return placed(
      value,
      words.word(digits, (candidate) => read(placed(value, candidate)).kind === kind),
    )
  }

  /** The same texts are in every response: each is replaced once. */
  function text(value: string, { key, custom }: ValueContext): string {
    const kind = custom ? 'text' : KNOWN_FIELDS.get(key)
    const cacheKey = `${kind ?? ''} ${value}`
    const exchanged = exchangedTexts.get(cacheKey) ?? exchangedText(value, kind)
    if (exchangedTexts.size >= MAX_TEXTS) exchangedTexts.clear()
    exchangedTexts.set(cacheKey, exchanged)
    return exchanged
  }

  function exchangedText(value: string, kind: FieldKind | undefined): string {
    if (kind === 'phone') return phone(value)
    if (kind === 'number' && isPlain(value.trim())) return value
    return exchange(value, kind === undefined ? undefined : UNCHANGED.get(kind))
  }

  return {
    text: (value) => exchange(withoutTags(value)),
    body: (json) =>
      redactJson(json, {
        key: (name, custom) => (staysReadable(name, custom) ? name : exchange(withoutTags(name))),
        text: (value, context) => text(withoutTags(unescapedHtml(value)), context),
        number: (literal, { key, custom }) =>
          !custom && KNOWN_FIELDS.get(key) === 'number' && MEASURE.test(literal)
            ? literal
            : number(literal, word),
      }),
  }
}

const withoutTags = (value: string): string => value.replaceAll(TAGS, TAG_WITHOUT_MEANING)

const isPlain = (value: string): boolean =>
  PLAIN_NUMBER.test(value) && (!/\d/.test(value) || MEASURE.test(value))

const staysReadable = (name: string, custom: boolean): boolean =>
  name === '__proto__' ||
  INDEX.test(name) ||
  (custom ? name === 'OriginalIvrUniqueID' : KNOWN_FIELDS.has(name))

/** A valid number: no leading 0 is added, and 0 stays 0. */
function number(literal: string, word: (digits: string) => string): string {
  const [, sign = '', integer = '', part, power = ''] = LITERAL.exec(literal) ?? []
  const replaced = integer === '0' ? integer : word(integer)
  return `${sign}${replaced}${part === undefined ? '' : `.${word(part)}`}${power}`
}

/** `value` with its digits replaced. */
function placed(value: string, digits: string): string {
  let at = 0
  return value.replace(/\p{N}/gu, (one) => digits.slice(at, (at += one.length)))
}

/** `fake` with the invisible characters of `original` at their original positions. */
function woven(original: string, fake: string): string {
  let at = 0
  return Array.from(original, (one) =>
    one.search(ONE_UNSEEN) === 0 ? one : fake.slice(at, (at += one.length)),
  ).join('')
}
