import { quotedCell } from '../history/export/csv-cell.ts'
import { listSeparator } from '../history/export/list-separator.ts'
import { defusedCell } from './defused-cell.ts'
import type { EntryText } from './entry.ts'

/** The words used in the file: `export.book` in core/words. */
export interface BookHeadings {
  readonly name: string
  readonly company: string
  readonly note: string
  /** The heading of each number: 1 is the first. */
  readonly number: (index: string) => string
}

const BYTE_ORDER_MARK = '\uFEFF' // without it Excel misreads Hebrew
const CHUNK = 500 // entries

/**
 * The entries as CSV: UTF-8 with a byte order mark, CRLF, a line of headings first, a column for each number. Importing it
 * gives the same entries; opened in a spreadsheet, nothing of it runs. `separator`: of `listSeparator`.
 */
export function* exportBook(
  entries: readonly EntryText[],
  headings: BookHeadings,
  region: string,
): Generator<string, void, undefined> {
  const separator = listSeparator(region)
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell) => quotedCell(defusedCell(cell), separator)).join(separator)}\r\n`
  const numbers = Math.max(1, ...entries.map((entry) => entry.numbers.length))
  const columns = Array.from({ length: numbers }, (_, at) => headings.number(String(at + 1)))
  yield BYTE_ORDER_MARK + line([headings.name, headings.company, headings.note, ...columns])
  for (let from = 0; from < entries.length; from += CHUNK)
    yield entries
      .slice(from, from + CHUNK)
      .map(({ name, company, note, numbers: own }) => line([name, company, note, ...own]))
      .join('')
}
