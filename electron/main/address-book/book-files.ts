import type { AddressBook } from '../../../core/address-book/address-book.ts'
import { exportBook } from '../../../core/address-book/export-book.ts'
import { readBookFile } from '../../../core/address-book/read-book-file.ts'
import { readEntry, type ReadEntry } from '../../../core/address-book/read-entry.ts'
import type { Imported } from '../../../core/address-book/book-requests.ts'
import type { Exported } from '../../../core/contract.ts'
import type { Words } from '../../../core/words/words.ts'
import type { ExportFile } from '../system/export-file.ts'

/** The address book's files: imported from a list of contacts, exported as CSV. */
export interface BookFiles {
  /** Asks the user for a file, and adds what isn't there yet. */
  import(): Promise<Imported>
  export(): Promise<Exported>
  /** Shows the last exported file in its folder. */
  showExport(): void
}

/** The bytes of a file; null if there are more than `most`. Rejects if it can't be read. */
export type ReadFile = (file: string, most: number) => Promise<Uint8Array | null>

export interface BookFilesParts {
  readonly book: () => AddressBook
  /** The region in which numbers without a country code are read. */
  readonly region: () => string
  /** The locale of the computer's regional format, such as `he-IL`. */
  readonly locale: () => string
  readonly words: () => Words
  readonly isPrivate: () => boolean
  /** Asks the user for a file; null when they choose none. */
  readonly chooseFile: () => Promise<string | null>
  readonly read: ReadFile
  readonly exportFile: ExportFile
  /** Lets main do what is waiting: a ring must not wait for a long file. */
  readonly breathe: () => Promise<void>
  readonly onChange: () => void
}

const MAX_BYTES = 50_000_000 // 50,000 cards without pictures have a tenth of that
const BATCH = 100 // entries: some 5 ms of work

export function createBookFiles(parts: BookFilesParts): BookFiles {
  const { book, region, breathe } = parts

  async function readAll(bytes: Uint8Array, forRegion: string): Promise<readonly ReadEntry[] | Imported> {
    const file = readBookFile(bytes, forRegion)
    if (typeof file === 'string') return { kind: 'unreadable', why: file }
    const read: ReadEntry[] = []
    for (const entry of file) {
      read.push(readEntry(entry, forRegion))
      if (read.length % BATCH === 0) await breathe()
    }
    return read.length === 0 ? { kind: 'unreadable', why: 'empty' } : read
  }

  async function importFrom(path: string): Promise<Imported> {
    const bytes = await parts.read(path, MAX_BYTES)
    if (bytes === null) return { kind: 'unreadable', why: 'too-large' }
    const forRegion = region()
    const read = await readAll(bytes, forRegion)
    if ('kind' in read) return read
    const added = book().add(read, forRegion)
    if (added.kind === 'too-many') return { kind: 'unreadable', why: 'too-many' }
    if (added.kind === 'not-saved') return added
    parts.onChange()
    return { kind: 'imported', counts: added.counts }
  }

  return {
    async import() {
      const path = parts.isPrivate() ? null : await parts.chooseFile()
      if (path === null) return { kind: 'cancelled' }
      return importFrom(path).catch((): Imported => ({ kind: 'unreadable', why: 'no-access' }))
    },
    export: () =>
      parts.isPrivate()
        ? Promise.resolve({ kind: 'cancelled' })
        : parts.exportFile.write(
            (moment) => `ringside-address-book-${moment}.csv`,
            () => exportBook(book().entries(), parts.words().export.book, parts.locale()),
          ),
    showExport: () => parts.exportFile.show(),
  }
}
