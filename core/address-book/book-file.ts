import type { DatabaseSync } from 'node:sqlite'
import { closeQuietly } from '../database/close-quietly.ts'
import { integer, text, type Row } from '../database/row.ts'
import { transaction } from '../database/transaction.ts'
import type { IndexedEntry } from './entry-index.ts'

const VERSION = 1

/** A newer Ringside wrote the file. */
export class NewerBook extends Error {}

/** The entries on disk. Every method throws SQLite's errors, and changes nothing then. */
export interface BookFile {
  readAll(): readonly IndexedEntry[]
  /** The region for which the stored keys were read; `''` in a new file. */
  region(): string
  /** Adds and replaces entries by their id, and deletes others: all of it, or nothing. On disk when it returns. */
  change(puts: readonly IndexedEntry[], deletes?: readonly number[]): void
  /** Replaces the keys of entries, which were read for this region. */
  rekey(entries: readonly IndexedEntry[], region: string): void
  /** The lowest id that no entry ever had. */
  nextId(): number
  /** Leaves no byte of what was deleted. */
  scrub(): void
  close(): void
}

/** The address book in its own database, which is closed if this fails. Throws SQLite's errors, and NewerBook. */
export function openBookFile(db: DatabaseSync): BookFile {
  try {
    return prepared(db)
  } catch (error) {
    closeQuietly(db)
    throw error
  }
}

function prepared(db: DatabaseSync): BookFile {
  // The agent typed it, and nothing else has it: unlike the history, it must also survive a power cut.
  db.exec('PRAGMA synchronous = FULL')
  const version = integer(db.prepare('PRAGMA user_version').get() ?? {}, 'user_version')
  if (version > VERSION) throw new NewerBook()
  if (version < VERSION) transaction(db, () => db.exec(SCHEMA))
  const put = db.prepare(
    'INSERT OR REPLACE INTO entries (id, saved, name, company, note, numbers) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const rekey = db.prepare('UPDATE entries SET numbers = ? WHERE id = ?')
  const remove = db.prepare('DELETE FROM entries WHERE id = ?')
  const setRegion = db.prepare('UPDATE about SET region = ?')
  return {
    readAll: () => db.prepare('SELECT * FROM entries').all().map(entryFrom),
    region: () => text(db.prepare('SELECT region FROM about').get() ?? {}, 'region'),
    change: (puts, deletes = []) =>
      transaction(db, () => {
        for (const { id, saved, name, company, note, ...numbers } of puts)
          put.run(id, saved, name, company, note, numbersText(numbers))
        for (const id of deletes) remove.run(id)
      }),
    rekey: (entries, region) =>
      transaction(db, () => {
        for (const entry of entries) rekey.run(numbersText(entry), entry.id)
        setRegion.run(region)
      }),
    nextId: () =>
      integer(db.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'entries'`).get() ?? {}, 'seq') + 1,
    scrub() {
      db.exec('VACUUM')
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    },
    close: () => closeQuietly(db),
  }
}

// AUTOINCREMENT: the id of a deleted entry is never used again. saved: the order of saving. numbers: JSON, for each
// number its text and the caller it identifies (null for none) as read for the region in `about`.
const SCHEMA = `
  CREATE TABLE entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    saved INTEGER NOT NULL,
    name TEXT NOT NULL,
    company TEXT NOT NULL,
    note TEXT NOT NULL,
    numbers TEXT NOT NULL
  ) STRICT;
  CREATE TABLE about (only INTEGER PRIMARY KEY CHECK (only = 1), region TEXT NOT NULL) STRICT;
  INSERT INTO about (only, region) VALUES (1, '');
  PRAGMA user_version = ${VERSION};
`

type Numbers = Pick<IndexedEntry, 'numbers' | 'keys'>

const numbersText = ({ numbers, keys }: Numbers): string =>
  JSON.stringify(numbers.map((number, index) => [number, keys[index] ?? null]))

function entryFrom(row: Row): IndexedEntry {
  const [name, company, note] = ['name', 'company', 'note'].map((column) => text(row, column))
  return {
    ...{ id: integer(row, 'id'), saved: integer(row, 'saved') },
    ...{ name: name ?? '', company: company ?? '', note: note ?? '' },
    ...numbersFrom(text(row, 'numbers')),
  }
}

function numbersFrom(json: string): Numbers {
  const read: unknown = JSON.parse(json)
  const pairs = isList(read) ? read : []
  const rows = pairs.flatMap((pair): readonly (readonly [string, string | null])[] => {
    if (!isList(pair)) return []
    const [number, key] = pair
    return typeof number === 'string' ? [[number, typeof key === 'string' ? key : null]] : []
  })
  return { numbers: rows.map(([number]) => number), keys: rows.map(([, key]) => key) }
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)
