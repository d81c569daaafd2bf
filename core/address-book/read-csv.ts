import { parse } from 'csv-parse/sync'
import { columnOf, type BookColumn } from './csv-headings.ts'
import { decodeBook } from './decode-book.ts'
import { plainCell } from './defused-cell.ts'
import type { EntryText } from './entry.ts'
import { numberKey } from './number-key.ts'
import type { UnreadableWhy } from './unreadable.ts'

type Table = readonly (readonly string[])[]
type Columns = readonly (BookColumn | null)[]

const SEPARATORS = [',', ';', '\t', '|']
const SAMPLE = 20 // rows: enough to tell which column is which
const MIN_DIGITS = 3 // of a number, in a column without a known heading

/**
 * The entries of a CSV file with any separator and in any charset, or why there are none. Its headings may be in many
 * languages; without any, the columns are told by what is in them. `region`: as in `numberKey`.
 */
export function readCsv(bytes: Uint8Array, region: string): readonly EntryText[] | UnreadableWhy {
  const text = decodeBook(bytes).replace(/^\uFEFF/, '')
  if (text.trim() === '') return 'empty'
  if (isBinary(text)) return 'not-a-list'
  const [, named, rest = text] = /^sep=([^\r\n"])\r?\n([\s\S]*)$/i.exec(text) ?? []
  const separator = named ?? separatorOf(rest)
  const table = rowsOf(rest, separator)
  if (table === null) return 'not-a-list'
  const [headings = [], ...rows] = table
  const known = headings.map(columnOf)
  if (known.includes('number')) return rows.map((row) => entryFrom(row, known))
  const guessed = guessColumns(table, known, region)
  if (!guessed.includes('number')) return table.some((row) => row.length > 1) ? 'no-numbers' : 'not-a-list'
  const isHeading = headings.every((cell, at) => guessed[at] !== 'number' || !isNumber(cell, region))
  return (isHeading ? rows : table).map((row) => entryFrom(row, guessed))
}

/** Text has no such characters, or hardly any. */
const isBinary = (text: string): boolean =>
  (text.match(/(?![\t\n\v\f\r])\p{Cc}|\uFFFD/gu) ?? []).length * 50 > text.length

/** The rows of a CSV file, without empty ones; null where a quotation mark is never closed. */
function rowsOf(text: string, separator: string, most?: number): Table | null {
  try {
    return parse(text, {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      ...(most === undefined ? {} : { to: most }),
    }).map((row) => row.map(plainCell))
  } catch {
    return null
  }
}

/** The one whose first row has most known headings, otherwise most columns in every row. */
function separatorOf(text: string): string {
  const score = (separator: string): number => {
    const [headings = [], ...rows] = rowsOf(text, separator, SAMPLE) ?? []
    const known = headings.filter((cell) => columnOf(cell) !== null).length
    const widths = rows.map((row) => row.length)
    return known * 1_000 + Math.min(headings.length, ...widths)
  }
  const scores = SEPARATORS.map(score)
  return SEPARATORS[scores.indexOf(Math.max(...scores))] ?? ','
}

/** By what is in them: numbers in most rows, or text, first a name and then a company. */
function guessColumns(table: Table, known: Columns, region: string): Columns {
  const sample = table.slice(0, SAMPLE)
  const width = Math.max(...sample.map((row) => row.length))
  const isUnknown = known.every((one) => one === null)
  const texts: BookColumn[] = isUnknown ? ['name', 'company'] : []
  return Array.from({ length: width }, (_, at) => {
    const heading = known[at] ?? null
    if (heading !== null) return heading
    const cells = sample.map((row) => row[at] ?? '').filter((cell) => cell.trim() !== '')
    if (cells.filter((cell) => isNumber(cell, region)).length * 2 >= cells.length && cells.length > 0)
      return 'number'
    return cells.some((cell) => /\p{L}/u.test(cell)) ? (texts.shift() ?? null) : null
  })
}

/** A year, or a day and a month, in front of or behind them. */
const DATE = /^(?:\d{4}([-/.])\d{1,2}\1\d{1,2}|\d{1,2}([-/.])\d{1,2}\2\d{4}|\d{1,2}([/.])\d{1,2}\3\d\d)(?!\d)/

const isNumber = (cell: string, region: string): boolean =>
  !DATE.test(cell.trim()) &&
  cell.replaceAll(/\P{Nd}/gu, '').length >= MIN_DIGITS &&
  !/\p{L}{3}/u.test(cell) &&
  numberKey(cell, region) !== null

function entryFrom(row: readonly string[], columns: Columns): EntryText {
  const all = (wanted: BookColumn): readonly string[] =>
    row.filter((cell, at) => columns[at] === wanted && cell.trim() !== '')
  const parts = (['first', 'middle', 'last'] as const).flatMap(all)
  return {
    name: all('name')[0] ?? parts.join(' '),
    company: all('company')[0] ?? '',
    note: all('note').join('\n'),
    numbers: all('number'),
  }
}
