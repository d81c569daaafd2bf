import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { connect } from '../database/connect.ts'
import { readPhone } from '../phone.ts'
import { writtenNumber } from '../phone/testing/written-number.ts'
import type { AddressBook } from './address-book.ts'
import type { EntryText } from './entry.ts'
import { openAddressBook, type AddressBookParts } from './open-address-book.ts'
import { readEntry } from './read-entry.ts'
import { entryTexts } from './testing/entry-texts.ts'

const phone = (received: string) => readPhone(received, 'IL')
const entry = (name: string, ...numbers: string[]): EntryText => ({ name, company: '', note: '', numbers })

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'ringside-book-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

function open(path = ':memory:', more: Partial<AddressBookParts> = {}): AddressBook {
  const book = openAddressBook({ path, region: () => 'IL', now: () => 0, log: () => undefined, ...more })
  onTestFinished(book.close)
  return book
}

const everything = (book: AddressBook) => book.page({ text: '', from: 0, limit: 200 })
const found = (book: AddressBook, text: string) =>
  book.page({ text, from: 0, limit: 200 }).entries.map(({ name }) => name)

describe('the name of a caller', () => {
  it('is found however the number was written, in the book and by the phone system', () => {
    fc.assert(
      fc.property(writtenNumber, ({ written, e164 }) => {
        const book = open()
        expect(book.save(entry('Dana Levi', written), null).kind).toBe('saved')
        expect(book.nameFor(phone(e164))).toEqual({ name: 'Dana Levi', company: '' })
      }),
      { numRuns: 100 },
    )
  })

  it.each(['100', '*5287', 'sip:dana@pbx.example'])('is found for %s', (number) => {
    const book = open()
    book.save(entry('Dana', number), null)
    expect(book.nameFor(phone(number))?.name).toBe('Dana')
    expect(book.nameFor(phone('0521234567'))).toBeNull()
  })

  it('is found without what is dialled after the number', () => {
    const book = open()
    book.save(entry('Conference', '036123456,,12#'), null)
    expect(book.nameFor(phone('03-612-3456'))?.name).toBe('Conference')
  })

  it('is never that of a withheld number', () => {
    const book = open()
    expect(book.save(entry('Nobody', 'Anonymous'), null)).toEqual({ kind: 'no-number' })
    expect(book.nameFor(phone('Anonymous'))).toBeNull()
  })

  it('is the company’s where there is no other', () => {
    const book = open()
    book.save({ ...entry('', '03-900-1234'), company: 'Brightwater' }, null)
    expect(book.nameFor(phone('039001234'))).toEqual({ name: 'Brightwater', company: '' })
  })

  it('is the one saved last, where two entries have the number: both stay, and each says so', () => {
    const book = open()
    book.save(entry('Dana', '039001234 ext 1'), null)
    book.save(entry('Noa', '03-900-1234'), null)
    expect(book.nameFor(phone('039001234'))?.name).toBe('Noa')
    expect(everything(book).entries.map(({ name, shared }) => [name, shared])).toEqual([
      ['Dana', [{ name: 'Noa', wins: true }]],
      ['Noa', [{ name: 'Dana', wins: false }]],
    ])
    book.save(entry('Dana L.', '039001234'), 1)
    expect(book.nameFor(phone('039001234'))?.name).toBe('Dana L.')
    book.remove(1)
    expect(book.nameFor(phone('039001234'))?.name).toBe('Noa')
  })

  it('follows the region in which numbers are read', () => {
    let region = 'IL'
    const path = join(folder(), 'book.db')
    const book = open(path, { region: () => region })
    book.save(entry('Dana', '020 7946 0958'), null)
    const london = readPhone('+442079460958', 'IL')
    expect(book.nameFor(london)).toBeNull()
    region = 'GB'
    expect(book.nameFor(london)?.name).toBe('Dana')
    book.close()
    expect(open(path, { region: () => region }).nameFor(london)?.name).toBe('Dana')
  })
})

describe('an entry', () => {
  it.each([
    [entry('', '0521234567'), 'no-name'],
    [entry('Dana'), 'no-number'],
    [entry('Dana', 'call her', '  '), 'no-number'],
    [entry('Dana', '9.72529E+11'), 'no-number'],
    [entry('\u200b\u2060\u3164', '0521234567'), 'no-name'],
  ] as const)('is refused without a name or a number: %j', (written, kind) => {
    const book = open()
    expect(book.save(written, null)).toEqual({ kind })
    expect(everything(book).total).toBe(0)
  })

  it('has nothing that reorders or hides text', () => {
    const book = open()
    book.save(
      { ...entry('\u202eDana\u2069\u200b Levi', '\u202a052-1234567\u202c'), company: 'Acme\u2066' },
      null,
    )
    expect(everything(book).entries).toMatchObject([
      { name: 'Dana Levi', company: 'Acme', numbers: ['052-1234567'] },
    ])
  })

  it.each([
    ['052-1234567 / 03-6123456', ['052-1234567', '03-6123456']],
    ['052-1234567 ::: 100', ['052-1234567', '100']],
    ['052-1234567; 03-6123456', ['052-1234567', '03-6123456']],
    ['052-1234567,036123456 , -', ['052-1234567', '036123456']],
    ['03-6123456/7', ['03-6123456/7']],
    ['(052) 123/4567', ['(052) 123/4567']],
  ])('reads several numbers in one line: %s', (line, numbers) => {
    const book = open()
    book.save(entry('Dana', line), null)
    expect(everything(book).entries).toMatchObject([{ numbers }])
  })

  it('is on disk once it is saved, as it was written', () => {
    const path = join(folder(), 'book.db')
    fc.assert(
      fc.property(entryTexts, (written) => {
        const book = open(path)
        const saved = book.save(written, null)
        const before = everything(book)
        book.close()
        const again = open(path)
        expect(saved.kind).toBe('saved')
        expect(everything(again)).toEqual(before)
        for (const { id } of before.entries) again.remove(id)
        again.close()
      }),
      { numRuns: 30 },
    )
  })

  it('is synced to the disk: it survives a power cut', () => {
    let db: DatabaseSync | null = null
    open(join(folder(), 'book.db'), { connect: (path) => (db = connect(path)) })
    expect(db!.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 })
  })

  it('is changed, removed and put back, with its number, and never under another’s id', () => {
    const path = join(folder(), 'book.db')
    const book = open(path)
    book.save(entry('Dana', '0521234567'), null)
    expect(book.save(entry('Dana Levi', '0521234568'), 1)).toEqual({ kind: 'saved', id: 1 })
    expect([book.nameFor(phone('0521234567')), book.nameFor(phone('0521234568'))?.name]).toEqual([
      null,
      'Dana Levi',
    ])
    expect(book.remove(1)).toEqual({ kind: 'removed' })
    expect(book.nameFor(phone('0521234568'))).toBeNull()
    expect([book.remove(1), book.save(entry('Noa', '100'), 1)]).toEqual([{ kind: 'gone' }, { kind: 'gone' }])
    expect(book.save(entry('Noa', '100'), null)).toEqual({ kind: 'saved', id: 2 })
    expect(book.restore(1)).toEqual({ kind: 'saved', id: 1 })
    expect(book.restore(1)).toEqual({ kind: 'gone' })
    expect(found(book, '')).toEqual(['Dana Levi', 'Noa'])
    book.remove(2)
    book.close()
    expect(open(path).save(entry('Yael', '200'), null)).toEqual({ kind: 'saved', id: 3 })
  })

  it('is found by words of its name, company and note in any order, and by digits of its number in any form', () => {
    const book = open()
    book.save({ name: 'Dana Levi', company: 'Brightwater', note: 'VIP', numbers: ['+972 52-123-4567'] }, null)
    book.save({ name: 'דנה כֹּהֵן', company: '', note: '', numbers: ['03-900-1234'] }, null)
    for (const text of ['levi dana', 'BRIGHT', 'vip levi', '052-123', '97252', '1234567'])
      expect(found(book, text), text).toEqual(['Dana Levi'])
    for (const text of ['כהן', '03900', '+972 3']) expect(found(book, text), text).toEqual(['דנה כֹּהֵן'])
    for (const text of ['levi כהן', '999', 'x']) expect(found(book, text), text).toEqual([])
    expect(book.callersFound('dana', 9)).toEqual(['+972521234567'])
  })

  it('is listed by name, a part at a time', () => {
    const book = open()
    for (const name of ['Émile', 'dana', 'Eve', 'Adam']) book.save(entry(name, '100'), null)
    const { entries, found: count, total } = book.page({ text: 'e', from: 1, limit: 1 })
    expect([entries.map(({ name }) => name), count, total]).toEqual([['Eve'], 2, 4])
    expect(found(book, '')).toEqual(['Adam', 'dana', 'Émile', 'Eve'])
  })
})

describe('deleting a caller', () => {
  it('leaves no byte of their number, and of the entry only its other numbers', () => {
    const path = join(folder(), 'book.db')
    const book = open(path)
    book.save(entry('Dana-the-caller', '0521234567'), null)
    book.save(entry('Brightwater', '052-123-4567', '03-900-1234'), null)
    expect(book.entriesFor(phone('+972521234567'))).toHaveLength(2)
    expect(book.forgetCaller(phone('+972521234567'))).toBe(true)
    expect(everything(book).entries.map(({ name, numbers }) => [name, numbers])).toEqual([
      ['Brightwater', ['03-900-1234']],
    ])
    const bytes = readdirSync(join(path, '..')).map((name) => readFileSync(join(path, '..', name), 'latin1'))
    expect(bytes.join('')).not.toMatch(/Dana-the-caller|521234567|123-4567/)
  })

  it('leaves nothing to put back', () => {
    const book = open()
    book.save(entry('Dana', '0521234567'), null)
    book.remove(1)
    book.forgetCaller(phone('0521234567'))
    expect(book.restore(1)).toEqual({ kind: 'gone' })
  })

  it('does nothing for a withheld number', () => {
    const book = open()
    book.save(entry('Dana', '100'), null)
    expect([book.entriesFor(phone('Private')).length, book.forgetCaller(phone('Private'))]).toEqual([0, true])
    expect(everything(book).total).toBe(1)
  })
})

describe('a file in trouble', () => {
  it('is renamed when it is corrupt, and a new one started', () => {
    const dir = folder()
    const path = join(dir, 'book.db')
    writeFileSync(path, 'not a database, '.repeat(500))
    const book = open(path)
    expect(everything(book).trouble).toMatchObject({ kind: 'set-aside' })
    expect(book.save(entry('Dana', '100'), null).kind).toBe('saved')
    expect(readdirSync(dir).some((name) => name.startsWith('book.db.corrupt-'))).toBe(true)
    expect(book.nameFor(phone('100'))?.name).toBe('Dana')
  })

  it('is left alone when a newer Ringside wrote it, and nothing is saved', () => {
    const path = join(folder(), 'book.db')
    const newer = new DatabaseSync(path)
    newer.exec('PRAGMA user_version = 99')
    newer.close()
    const book = open(path)
    expect(everything(book).trouble).toEqual({ kind: 'unavailable', why: 'newer' })
    expect(book.save(entry('Dana', '100'), null)).toEqual({ kind: 'not-saved', why: 'newer' })
    expect(book.nameFor(phone('100'))).toBeNull()
  })

  it('is tried again once another process has released it', () => {
    const path = join(folder(), 'book.db')
    const first = open(path)
    first.save(entry('Dana', '100'), null)
    const second = open(path)
    expect(everything(second).trouble).toEqual({ kind: 'unavailable', why: 'locked' })
    expect(second.save(entry('Noa', '200'), null)).toEqual({ kind: 'not-saved', why: 'locked' })
    first.close()
    expect(second.save(entry('Noa', '200'), null).kind).toBe('saved')
    expect([found(second, ''), everything(second).trouble]).toEqual([['Dana', 'Noa'], null])
  })

  it('is tried again without the window, so that callers get their names', () => {
    const path = join(folder(), 'book.db')
    const first = open(path)
    first.save(entry('Dana', '100'), null)
    const [log, onOpened] = [vi.fn(), vi.fn()]
    const second = open(path, { log, onOpened })
    for (let tries = 0; tries < 3; tries++) second.retry()
    expect([second.nameFor(phone('100')), log.mock.calls, onOpened.mock.calls]).toEqual([
      null,
      [['address book: locked']],
      [],
    ])
    first.close()
    for (let tries = 0; tries < 3; tries++) second.retry()
    expect([second.nameFor(phone('100'))?.name, onOpened.mock.calls.length]).toEqual(['Dana', 1])
    second.close()
    second.retry()
    expect(open(path).nameFor(phone('100'))?.name).toBe('Dana')
  })

  it('tells whoever shows names that a request has opened it', () => {
    const path = join(folder(), 'book.db')
    const first = open(path)
    const onOpened = vi.fn()
    const second = open(path, { onOpened })
    first.close()
    everything(second)
    expect(onOpened).toHaveBeenCalledTimes(1)
  })

  it('doesn’t claim that a caller is gone while it can’t be read', () => {
    const path = join(folder(), 'book.db')
    const first = open(path)
    first.save(entry('Dana', '100'), null)
    const second = open(path)
    expect(second.forgetCaller(phone('100'))).toBe(false)
    first.close()
    expect([second.forgetCaller(phone('100')), second.nameFor(phone('100'))]).toEqual([true, null])
  })

  it('isn’t deleted by the request that finds it corrupt', () => {
    const path = join(folder(), 'book.db')
    let isThere = false
    const book = open(path, {
      connect(at, waitMs) {
        if (!isThere) throw Object.assign(new Error('disk I/O error'), { errcode: 10 })
        return connect(at, waitMs)
      },
    })
    writeFileSync(path, 'not a database, '.repeat(500))
    isThere = true
    expect([book.forgetCaller(phone('100')), everything(book).trouble]).toMatchObject([
      false,
      { kind: 'set-aside' },
    ])
    expect(readdirSync(join(path, '..')).some((name) => name.startsWith('book.db.corrupt-'))).toBe(true)
    expect(book.forgetCaller(phone('100'))).toBe(true)
  })

  it('overwrites a deleted caller’s bytes later if it can’t now', () => {
    const dir = folder()
    let db: DatabaseSync | null = null
    const book = open(join(dir, 'book.db'), { connect: (path, waitMs) => (db = connect(path, waitMs)) })
    book.save(entry('Dana', '0521234567'), null)
    const bytes = () => readdirSync(dir).map((name) => readFileSync(join(dir, name), 'latin1'))
    // A file can't be rewritten while it is being read.
    const reading = db!.prepare('SELECT region FROM about').iterate()
    reading.next()
    expect([book.forgetCaller(phone('0521234567')), everything(book).total]).toEqual([true, 0])
    expect(bytes().join('')).toContain('Dana')
    reading.return?.()
    book.retry()
    expect(bytes().join('')).not.toContain('Dana')
  })

  it('changes nothing when the disk is full: neither what is shown nor what is stored', () => {
    const path = join(folder(), 'book.db')
    let isFull = false
    const limited = (at: string): DatabaseSync => {
      const db = connect(at)
      const pages = db.prepare('PRAGMA page_count').get()?.['page_count']
      if (isFull) db.exec(`PRAGMA max_page_count = ${Number(pages)}`)
      return db
    }
    const first = open(path)
    first.save(entry('Dana', '100'), null)
    first.close()
    isFull = true
    const book = open(path, { connect: limited })
    const long = { ...entry('Noa', '200'), note: 'ש'.repeat(4_000) }
    expect(book.save(long, null)).toEqual({ kind: 'not-saved', why: 'full' })
    expect(book.save(long, 1)).toEqual({ kind: 'not-saved', why: 'full' })
    expect(book.add([readEntry(long, 'IL'), readEntry(long, 'IL')], 'IL')).toEqual({
      kind: 'not-saved',
      why: 'full',
    })
    expect(found(book, '')).toEqual(['Dana'])
    book.close()
    expect(found(open(path), '')).toEqual(['Dana'])
  })
})
