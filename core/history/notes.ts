import type { DatabaseSync } from 'node:sqlite'
import type { CallKey } from '../domain.ts'
import { integer, text } from '../database/row.ts'
import { splitKey } from './call-key.ts'
import type { SearchIndex } from './search/search-index.ts'
import { transaction } from '../database/transaction.ts'
import { MAX_LABEL_LENGTH, MAX_NOTE_LENGTH } from '../limits.ts'

/** Stores what the agent writes about a call. False when there is no such call. */
export interface Notes {
  /** `''` removes it. */
  setNote(key: CallKey, note: string): boolean
  /** At most 60 characters; null removes it. */
  setLabel(key: CallKey, label: string | null): boolean
}

export function createNotes(db: DatabaseSync, search: SearchIndex): Notes {
  const find = db.prepare('SELECT * FROM calls WHERE extension = :extension AND ivrid = :ivrid')
  const write = db.prepare('UPDATE calls SET note = ?, label = ? WHERE id = ?')

  function set(key: CallKey, change: { note?: string; label?: string }): boolean {
    const row = find.get(splitKey(key))
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
    setNote: (key, note) => set(key, { note: cut(note, MAX_NOTE_LENGTH) }),
    setLabel: (key, label) => set(key, { label: cut(label ?? '', MAX_LABEL_LENGTH) }),
  }
}

/** Cut between characters, never within one; NUL would end the text for SQLite. */
const cut = (value: string, most: number): string =>
  Array.from(value.replaceAll('\0', '').trim()).slice(0, most).join('')
