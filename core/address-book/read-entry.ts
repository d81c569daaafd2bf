import { MAX_ENTRY_NUMBERS, MAX_NOTE_LENGTH, MAX_NUMBER_LENGTH, MAX_PERSON_LENGTH } from '../limits.ts'
import { cleanText } from '../telephony/clean-text.ts'
import type { EntryText } from './entry.ts'
import { numberKey, numbersIn } from './number-key.ts'

/** An entry ready to be stored, or what it lacks. */
export type ReadEntry =
  | {
      readonly kind: 'entry'
      readonly entry: EntryText
      /** The caller that each of its numbers identifies; null for none. */
      readonly keys: readonly (string | null)[]
      /** Something was longer than an entry can be, and was cut off. */
      readonly shortened: boolean
    }
  | { readonly kind: 'no-name' | 'no-number' }

/** Trims what was written, and checks that it names someone and has a number. `region`: as in `numberKey`. */
export function readEntry(written: EntryText, region: string): ReadEntry {
  const [name, company] = [oneLine(written.name), oneLine(written.company)]
  const note = lines(written.note)
  const numberLines = written.numbers.flatMap((text) => text.split(/[\r\n]/))
  const numbers = [...new Set(numberLines.map(oneLine).flatMap(numbersIn))]
  if (name === '' && company === '') return { kind: 'no-name' }
  const entry: EntryText = {
    name: cut(name, MAX_PERSON_LENGTH),
    company: cut(company, MAX_PERSON_LENGTH),
    note: cut(note, MAX_NOTE_LENGTH),
    numbers: [
      ...new Set(numbers.slice(0, MAX_ENTRY_NUMBERS).map((number) => cut(number, MAX_NUMBER_LENGTH))),
    ],
  }
  const keys = entry.numbers.map((number) => numberKey(number, region))
  if (keys.every((key) => key === null)) return { kind: 'no-number' }
  const shortened =
    numbers.length > MAX_ENTRY_NUMBERS ||
    [name, company, note, ...numbers].join('\n').length >
      [entry.name, entry.company, entry.note, ...entry.numbers].join('\n').length
  return { kind: 'entry', entry, keys, shortened }
}

const oneLine = (text: string): string => cleanText(text, Infinity)

/** With one kind of line break, and without what isn't text. */
const lines = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?![\t\n])\p{Cc}/gu, '')
    .trim()

/** Cut between two characters. */
const cut = (text: string, most: number): string =>
  text
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim()
