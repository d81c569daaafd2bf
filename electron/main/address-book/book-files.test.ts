import { describe, expect, it, onTestFinished } from 'vitest'
import { openAddressBook } from '../../../core/address-book/open-address-book.ts'
import { en } from '../../../core/words/en.ts'
import { createExportFile } from '../system/export-file.ts'
import { createBookFiles, type BookFilesParts } from './book-files.ts'

const NOW = Date.UTC(2026, 0, 15, 10, 0, 0)
const CARDS = 'BEGIN:VCARD\nFN:Dana\nTEL:0521234567\nEND:VCARD\nBEGIN:VCARD\nFN:Mail\nEND:VCARD\n'

function setUp(parts: Partial<BookFilesParts> = {}) {
  const book = openAddressBook({ path: ':memory:', region: () => 'IL', now: () => NOW, log: () => undefined })
  onTestFinished(book.close)
  const written: string[] = []
  const shown: string[] = []
  const is = { changes: 0, breaths: 0 }
  const files = createBookFiles({
    book: () => book,
    region: () => 'IL',
    locale: () => 'en-US',
    words: () => en,
    isPrivate: () => false,
    chooseFile: () => Promise.resolve('/contacts.vcf'),
    read: () => Promise.resolve(Buffer.from(CARDS)),
    exportFile: createExportFile({
      now: () => NOW,
      downloads: () => '/downloads',
      chooseFolder: () => Promise.resolve(null),
      write(file, chunks) {
        written.push(file, [...chunks].join(''))
        return Promise.resolve()
      },
      showFile: (file) => void shown.push(file),
    }),
    breathe() {
      is.breaths += 1
      return Promise.resolve()
    },
    onChange: () => (is.changes += 1),
    ...parts,
  })
  return { book, files, written, shown, is }
}

const NOTHING = { added: 0, updated: 0, known: 0, withoutNumber: 0, withoutName: 0, shortened: 0, shared: 0 }

describe('importing a file', () => {
  it('adds its entries once, and says so', async () => {
    const { book, files, is } = setUp()
    expect(await files.import()).toEqual({
      kind: 'imported',
      counts: { ...NOTHING, added: 1, withoutNumber: 1 },
    })
    expect(await files.import()).toEqual({
      kind: 'imported',
      counts: { ...NOTHING, known: 1, withoutNumber: 1 },
    })
    expect([book.entries().map(({ name }) => name), is.changes]).toEqual([['Dana'], 2])
  })

  it('lets main breathe in between', async () => {
    const rows = Array.from({ length: 450 }, (_, at) => `N ${at},05${20_000_000 + at}`)
    const { files, is } = setUp({
      read: () => Promise.resolve(Buffer.from(['Name,Phone', ...rows].join('\n'))),
    })
    expect(await files.import()).toMatchObject({ counts: { added: 450 } })
    expect(is.breaths).toBe(4)
  })

  it.each([
    ['cancelled', { kind: 'cancelled' }, { chooseFile: () => Promise.resolve(null) }],
    ['in privacy mode', { kind: 'cancelled' }, { isPrivate: () => true }],
    ['too large', { kind: 'unreadable', why: 'too-large' }, { read: () => Promise.resolve(null) }],
    ['gone', { kind: 'unreadable', why: 'no-access' }, { read: () => Promise.reject(new Error('ENOENT')) }],
    [
      'empty',
      { kind: 'unreadable', why: 'empty' },
      { read: () => Promise.resolve(Buffer.from('Name,Phone\n')) },
    ],
    ['no list', { kind: 'unreadable', why: 'not-a-list' }, { read: () => Promise.resolve(Buffer.from('x')) }],
  ] as const)('changes nothing when it is %s', async (_, outcome, parts) => {
    const { book, files, is } = setUp(parts)
    expect(await files.import()).toEqual(outcome)
    expect([book.entries(), is.changes]).toEqual([[], 0])
  })

  it('takes no more entries than the address book can have', async () => {
    const rows = Array.from({ length: 50_001 }, (_, at) => `N,*${at + 1}`)
    const { book, files } = setUp({
      read: () => Promise.resolve(Buffer.from(['Name,Phone', ...rows].join('\n'))),
    })
    expect(await files.import()).toEqual({ kind: 'unreadable', why: 'too-many' })
    expect(book.entries()).toEqual([])
  })
})

describe('exporting', () => {
  it('writes a CSV file named after the moment, and shows it', async () => {
    const { files, written, shown } = setUp()
    await files.import()
    expect(await files.export()).toEqual({
      kind: 'exported',
      file: '/downloads/ringside-address-book-2026-01-15T10-00-00.csv',
    })
    expect(written[1]).toBe("\uFEFFName,Company,Note,Number 1\r\nDana,,,'0521234567\r\n")
    files.showExport()
    expect(shown).toHaveLength(1)
  })

  it('writes nothing in privacy mode', async () => {
    const { files, written } = setUp({ isPrivate: () => true })
    expect([await files.export(), written]).toEqual([{ kind: 'cancelled' }, []])
  })
})
