import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readPhone } from '../phone.ts'
import type { AddressBook } from './address-book.ts'
import type { EntryText } from './entry.ts'
import { openAddressBook } from './open-address-book.ts'
import { readEntry } from './read-entry.ts'
import { entryTexts } from './testing/entry-texts.ts'

const NOTHING = { added: 0, updated: 0, known: 0, withoutNumber: 0, withoutName: 0, shortened: 0, shared: 0 }

function open(): AddressBook {
  const book = openAddressBook({
    path: ':memory:',
    region: () => 'IL',
    now: () => 0,
    log: () => undefined,
  })
  onTestFinished(book.close)
  return book
}

function add(book: AddressBook, ...written: readonly Partial<EntryText>[]) {
  const file = written.map((one) => ({ name: '', company: '', note: '', numbers: [], ...one }))
  const added = book.add(
    file.map((text) => readEntry(text, 'IL')),
    'IL',
  )
  if (added.kind !== 'added') throw new Error(added.kind)
  return added.counts
}

const texts = (book: AddressBook) =>
  book.entries().map(({ name, company, note, numbers }) => ({ name, company, note, numbers }))

/** Few names, companies and numbers, so that entries have them in common. */
const colliding = fc.record({
  name: fc.constantFrom('Dana', 'dana', 'Noa', ''),
  company: fc.constantFrom('', 'Acme', 'ACME', 'Brightwater'),
  note: fc.constantFrom('', 'VIP', 'calls late\nVIP', 'x'.repeat(3_999)),
  numbers: fc.subarray(['0521234567', '+972 52-123-4567', '03-900-1234', '100', 'ask her'], { minLength: 0 }),
})
const anyFile = fc.array(fc.oneof(colliding, entryTexts), { maxLength: 12 })

describe('importing', () => {
  it('the same again changes nothing, whatever was there before', () => {
    fc.assert(
      fc.property(anyFile, anyFile, (before, file) => {
        const book = open()
        add(book, ...before)
        add(book, ...file)
        const once = book.entries()
        expect(add(book, ...file)).toMatchObject({ added: 0, updated: 0 })
        expect(book.entries()).toEqual(once)
      }),
      { numRuns: 150 },
    )
  })

  it('loses nothing: every name, company, note and number is there afterwards, of the file and from before', () => {
    fc.assert(
      fc.property(anyFile, anyFile, (before, file) => {
        const book = open()
        add(book, ...before)
        const first = texts(book)
        const counts = add(book, ...file)
        const sum = counts.added + counts.updated + counts.known + counts.withoutName + counts.withoutNumber
        expect(sum).toBe(file.length)
        const alone = open()
        add(alone, ...file)
        for (const wanted of [...first, ...texts(alone)]) {
          const held = texts(book).some(
            (entry) =>
              entry.name.toLowerCase() === wanted.name.toLowerCase() &&
              (wanted.company === '' || entry.company.toLowerCase() === wanted.company.toLowerCase()) &&
              entry.note.includes(wanted.note) &&
              wanted.numbers.every((number) => isIn(number, entry.numbers)),
          )
          expect(held, JSON.stringify(wanted)).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('counts what was added, completed, there already, and lacks a number or a name', () => {
    const book = open()
    add(book, { name: 'Dana', numbers: ['0521234567'] }, { name: 'Noa', numbers: ['100'] })
    const counts = add(
      book,
      { name: 'Dana', numbers: ['+972 52 123 4567'], company: 'Acme', note: 'VIP' },
      { name: 'NOA', numbers: ['100'] },
      { name: 'Yael', numbers: ['0521234567'] },
      { name: 'Yael', numbers: ['0521234567'] },
      { name: 'Fax', numbers: [] },
      { numbers: ['200'] },
    )
    expect(counts).toEqual({
      ...NOTHING,
      ...{ added: 1, updated: 1, known: 2, withoutNumber: 1, withoutName: 1, shared: 1 },
    })
    expect(texts(book)).toEqual([
      { name: 'Dana', company: 'Acme', note: 'VIP', numbers: ['0521234567'] },
      { name: 'Noa', company: '', note: '', numbers: ['100'] },
      { name: 'Yael', company: '', note: '', numbers: ['0521234567'] },
    ])
    expect(book.nameFor(readPhone('0521234567', 'IL'))?.name).toBe('Yael')
  })

  it('leaves people of the same name with different numbers apart', () => {
    const book = open()
    expect(
      add(book, { name: 'David Cohen', numbers: ['100'] }, { name: 'David Cohen', numbers: ['200'] }),
    ).toEqual({
      ...NOTHING,
      added: 2,
    })
  })

  it('says what it cut off', () => {
    expect(add(open(), { name: 'x'.repeat(500), numbers: ['100'] })).toEqual({
      ...NOTHING,
      added: 1,
      shortened: 1,
    })
  })
})

/** As it is written, or in another form. */
function isIn(number: string, numbers: readonly string[]): boolean {
  const key = (text: string) => JSON.stringify(readPhone(text, 'IL').kind === 'number' ? e164(text) : text)
  return numbers.some((other) => other === number || key(other) === key(number))
}

function e164(text: string): string {
  const phone = readPhone(text, 'IL')
  return phone.kind === 'number' ? phone.e164 : text
}
