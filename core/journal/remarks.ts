import type { DatabaseSync } from 'node:sqlite'
import { phoneFrom } from './phone-columns.ts'
import { integer, text } from './row.ts'
import type { SearchIndex } from './search-index.ts'
import { transaction } from './transaction.ts'

const MAX_NOTE_LENGTH = 4_000 // a page and a half: what is longer is a document, and belongs elsewhere
const MAX_LABEL_LENGTH = 80 // a word or two, shown in a row

/** What the agent writes about a call; false when there is no such call. */
export interface Remarks {
  setNote(extension: string, ivrid: string, note: string): boolean
  setLabel(extension: string, ivrid: string, label: string): boolean
}

export function createRemarks(db: DatabaseSync, search: SearchIndex): Remarks {
  const find = db.prepare('SELECT * FROM calls WHERE extension = ? AND ivrid = ?')
  const setNote = db.prepare('UPDATE calls SET note = ? WHERE id = ?')
  const setLabel = db.prepare('UPDATE calls SET label = ? WHERE extension = ? AND ivrid = ?')
  return {
    setNote(extension, ivrid, note) {
      const row = find.get(extension, ivrid)
      if (row === undefined) return false
      const id = integer(row, 'id')
      const kept = cut(note, MAX_NOTE_LENGTH)
      transaction(db, () => {
        setNote.run(kept, id)
        search.put(id, phoneFrom(row, 'phone') ?? { kind: 'withheld', received: '' }, text(row, 'name'), kept)
      })
      return true
    },
    setLabel: (extension, ivrid, label) =>
      setLabel.run(cut(label, MAX_LABEL_LENGTH), extension, ivrid).changes > 0,
  }
}

/** Cut between characters, never through one; NUL would end the text for SQLite. */
const cut = (value: string, most: number): string =>
  Array.from(value.replaceAll('\0', '').trim()).slice(0, most).join('')
