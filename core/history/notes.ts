import type { DatabaseSync } from 'node:sqlite'
import { integer, text } from '../database/row.ts'
import type { SearchIndex } from './search/search-index.ts'
import { transaction } from '../database/transaction.ts'
import { MAX_LABEL_LENGTH, MAX_NOTE_LENGTH } from '../limits.ts'

/** Stores what the agent writes about a call; `''` removes it. False when there is no such call. */
export interface Notes {
  setNote(extension: string, ivrid: string, note: string): boolean
  setLabel(extension: string, ivrid: string, label: string): boolean
}

export function createNotes(db: DatabaseSync, search: SearchIndex): Notes {
  const find = db.prepare('SELECT * FROM calls WHERE extension = ? AND ivrid = ?')
  const write = db.prepare('UPDATE calls SET note = ?, label = ? WHERE id = ?')

  function set(extension: string, ivrid: string, change: { note?: string; label?: string }): boolean {
    const row = find.get(extension, ivrid)
    if (row === undefined) return false
    const id = integer(row, 'id')
    const { note, label } = { note: text(row, 'note'), label: text(row, 'label'), ...change }
    transaction(db, () => {
      write.run(note, label, id)
      search.refresh(id)
    })
    return true
  }

  return {
    setNote: (extension, ivrid, note) => set(extension, ivrid, { note: cut(note, MAX_NOTE_LENGTH) }),
    setLabel: (extension, ivrid, label) => set(extension, ivrid, { label: cut(label, MAX_LABEL_LENGTH) }),
  }
}

/** Cut between characters, never within one; NUL would end the text for SQLite. */
const cut = (value: string, most: number): string =>
  Array.from(value.replaceAll('\0', '').trim()).slice(0, most).join('')
