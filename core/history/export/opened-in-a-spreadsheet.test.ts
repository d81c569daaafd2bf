import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { readPhone } from '../../phone.ts'
import { seenCall } from '../../testing/seen.ts'
import { en } from '../../words/en.ts'
import { LANGUAGES } from '../../words/languages.ts'
import { wordsFor } from '../../words/words-for.ts'
import type { Journal } from '../journal.ts'
import { openJournal } from '../open-journal.ts'
import { inMemory } from '../testing/in-memory.ts'
import { createWatcher } from '../testing/watcher.ts'
import { exportCsv } from './export-csv.ts'
import { historyBatches } from './history-batches.ts'
import { listSeparator } from './list-separator.ts'
import { openCsv, spreadsheetOf } from './testing/spreadsheet.ts'

const NOW = Date.UTC(2026, 10, 22, 12)
/** The list separators of Windows. */
const REGIONS = {
  ...{ 'en-US': ',', 'he-IL': ',', 'hi-IN': ',', 'es-MX': ',' },
  ...{ 'ar-EG': ';', 'ar-AE': ';', 'ru-RU': ';', 'de-DE': ';', 'fr-FR': ';', 'pl-PL': ';', 'en-ZA': ';' },
  ...{ 'de-CH': ';', 'it-CH': ';', 'ur-PK': ';', 'en-IN': ',' },
} as const

interface Written {
  readonly name: string
  readonly note: string
}

const journals = new Map<string, Journal>()
afterAll(() => {
  for (const journal of journals.values()) journal.close()
})

/** A journal with these calls, the newest last: one for all regions. */
function journalOf(calls: readonly Written[]): Journal {
  const key = JSON.stringify(calls)
  const journal = journals.get(key) ?? filledWith(calls)
  journals.set(key, journal)
  return journal
}

function filledWith(calls: readonly Written[]): Journal {
  const { journal } = openJournal({ ...inMemory, now: () => NOW, log: (line) => expect.fail(line) })
  const watcher = createWatcher()
  calls.forEach(({ name, note }, index) => {
    const call = seenCall({
      ivrid: `c${index}`,
      name,
      phone: readPhone('0123', 'IL'),
    })
    const at = NOW + index * 60_000
    journal.record(watcher.see([call], at), at)
    journal.record(watcher.see([], at + 1_000), at + 1_000)
    journal.setNote(call.key, note)
  })
  return journal
}

/** A file with these calls, the newest last, and the texts of its cells by call and column. */
function exported(region: string, calls: readonly Written[]) {
  const file = [...exportCsv(historyBatches(journalOf(calls)), en.export, region)].join('')
  const [headings = [], ...rows] = openCsv(file, listSeparator(region))
  const cell = (index: number, column: keyof typeof en.export.columns): string =>
    rows.at(-1 - index)?.[headings.indexOf(en.export.columns[column])] ?? 'no such cell'
  return { file, rows: [headings, ...rows], cell }
}

/** Texts that spreadsheets reinterpret, and cell separators. */
const piece = fc.constantFrom(
  ...['0', '7', '12', '2026', '000', '.', ',', ':', '/', '-', '+', ' ', '\u00a0', '%', '€', '₪', 'e', 'E5'],
  ...[
    'May',
    'дек',
    'מרץ',
    'يناير',
    'am',
    'PM',
    'TRUE',
    '=1+1',
    '@SUM(A1)',
    ';',
    '\n',
    '"',
    '|',
    'a',
    'דנה',
    "'",
  ],
)
const text = fc.oneof(
  fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
  fc.constantFrom(
    '007',
    '1-2',
    '3/4',
    '2026e11',
    '20261128105058123456',
    '1,234',
    '1.234,5',
    '1 234',
    '5 мая',
  ),
  fc.constantFrom(
    'May 2',
    '5 במרץ',
    '10:30',
    '12:30 PM',
    '1/2/2026 10:30',
    '50%',
    '$5',
    '-5',
    '(5)',
    '1 1/2',
  ),
  fc.constantFrom(
    '+298 201 234',
    '+972521234567',
    '192.168.100.200',
    '1.5',
    '1.5.',
    '.5',
    '5-',
    '1e3',
    '٠١٢',
    'true',
  ),
)
const calls = fc.array(fc.record({ name: text, note: text }), { minLength: 30, maxLength: 60 })

describe.each(Object.entries(REGIONS))('a CSV file on a computer set to %s', (region, separator) => {
  const spreadsheet = spreadsheetOf(region)

  it('opens in columns', () => {
    expect(listSeparator(region)).toBe(separator)
    const { rows } = exported(region, [{ name: 'a,b;c', note: 'd\te' }])
    expect(rows.map((row) => row.length)).toEqual([34, 34])
  })

  it('shows each text unchanged, except for apostrophes', () => {
    fc.assert(
      fc.property(calls, (all) => {
        const { rows, cell } = exported(region, all)
        expect(new Set(rows.map((row) => row.length))).toEqual(new Set([34]))
        all.forEach(({ name, note }, index) => {
          const texts = { name, note: note.trim(), number: '0123', callId: `c${index}` } as const
          for (const column of ['name', 'note', 'number', 'callId'] as const) {
            const written = cell(index, column)
            expect(spreadsheet.shows(written), JSON.stringify([column, written])).toBe(written)
            expect(written.replaceAll("'", '')).toBe(texts[column].replaceAll("'", ''))
          }
        })
      }),
      { numRuns: 4 },
    )
  })

  it('shows times as times and seconds as numbers', () => {
    const { cell } = exported(region, [{ name: '', note: '' }])
    expect(spreadsheet.shows(cell(0, 'began'))).toBe('#DATE')
    expect(cell(0, 'ringSeconds')).toBe('1')
  })

  it('runs nothing when read with another separator either', () => {
    fc.assert(
      fc.property(calls, (all) => {
        const { file } = exported(region, all)
        for (const other of [',', ';', '\t', '|'])
          for (const cell of openCsv(file, other).flat())
            expect(spreadsheet.shows(cell), JSON.stringify(cell)).not.toBe('#FORMULA')
      }),
      { numRuns: 4 },
    )
  })
})

describe.each(LANGUAGES)('a CSV file in %s where the region is not known', (language) => {
  it('opens in columns where that language is spoken', () => {
    const { journal } = openJournal({ ...inMemory, now: () => NOW, log: (line) => expect.fail(line) })
    const [file = ''] = exportCsv(historyBatches(journal), wordsFor(language, []).export)
    expect(openCsv(file, listSeparator(language))[0]).toHaveLength(34)
    expect(file.startsWith('\uFEFF')).toBe(true)
  })
})
