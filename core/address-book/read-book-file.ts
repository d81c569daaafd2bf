import type { EntryText } from './entry.ts'
import { readCsv } from './read-csv.ts'
import { isVCard, readVCards } from './read-vcards.ts'
import type { UnreadableWhy } from './unreadable.ts'

/** The entries in a file, read one by one: some may lack a name or a number. */
export type BookFileRead =
  | { readonly kind: 'entries'; readonly entries: Iterable<EntryText> }
  | { readonly kind: 'unreadable'; readonly why: UnreadableWhy }

const unreadable = (why: UnreadableWhy): BookFileRead => ({ kind: 'unreadable', why })

/** Reads a file of vCards (2.1, 3.0, 4.0) or a CSV file, whatever its name says. `region`: as in `numberKey`. */
export function readBookFile(bytes: Uint8Array, region: string): BookFileRead {
  if (isVCard(bytes)) return { kind: 'entries', entries: readVCards(bytes) }
  if (WORKBOOKS.some((start) => start.every((byte, index) => bytes[index] === byte)))
    return unreadable('workbook')
  const read = readCsv(bytes, region)
  return typeof read === 'string' ? unreadable(read) : { kind: 'entries', entries: read }
}

/** The first bytes of .xlsx and .ods (a zip), and of .xls. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
]
