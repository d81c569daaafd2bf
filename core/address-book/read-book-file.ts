import type { EntryText } from './entry.ts'
import { readCsv } from './read-csv.ts'
import { isVCard, readVCards } from './read-vcards.ts'
import type { UnreadableWhy } from './unreadable.ts'

/**
 * The entries in a file of vCards (2.1, 3.0, 4.0) or a CSV file, whatever its name says, or why there are none. Read one by
 * one: some may lack a name or a number. `region`: as in `numberKey`.
 */
export function readBookFile(bytes: Uint8Array, region: string): Iterable<EntryText> | UnreadableWhy {
  if (isVCard(bytes)) return readVCards(bytes)
  const isWorkbook = WORKBOOKS.some((start) => start.every((byte, index) => bytes[index] === byte))
  return isWorkbook ? 'workbook' : readCsv(bytes, region)
}

/** The first bytes of .xlsx and .ods (a zip), and of .xls. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
]
