import type { DatabaseSync } from 'node:sqlite'
import type { Phone } from '../../domain.ts'
import { folded, numberText } from './search-key.ts'

/** What a call is found by. */
export interface SearchWords {
  readonly phone: Phone
  readonly name: string
  readonly note: string
  readonly label: string
}

/** What calls are found by: the caller's digits, the name, the note, the label. A row for each call, under its place. */
export interface SearchIndex {
  put(id: number, words: SearchWords): void
  move(from: number, to: number): void
  remove(id: number): void
}

export function createSearchIndex(db: DatabaseSync): SearchIndex {
  const insert = db.prepare('INSERT INTO search (rowid, numbers, words) VALUES (?, ?, ?)')
  const copy = db.prepare(
    'INSERT INTO search (rowid, numbers, words) SELECT ?1, numbers, words FROM search WHERE rowid = ?2',
  )
  const remove = db.prepare('DELETE FROM search WHERE rowid = ?')
  return {
    put(id, words) {
      remove.run(id)
      insert.run(id, numberText(words.phone), wordsOf(words))
    },
    move(from, to) {
      copy.run(to, from)
      remove.run(from)
    },
    remove: (id) => void remove.run(id),
  }
}

/** A line each, so that no search reaches from a name into a note. */
const wordsOf = ({ phone, name, note, label }: SearchWords): string =>
  folded(
    [name, phone.kind === 'name' ? phone.received : '', note, label].filter((line) => line !== '').join('\n'),
  )
