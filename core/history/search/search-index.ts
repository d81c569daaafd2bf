import type { DatabaseSync } from 'node:sqlite'
import type { Phone } from '../../domain.ts'
import { foldText, withoutMarks } from '../../fold-text.ts'
import { WITHHELD_TERMS } from '../../phone/withheld.ts'
import { phoneFrom } from '../phone-columns.ts'
import { integer, text, type Row } from '../../database/row.ts'
import { numberText } from './number-text.ts'

/** The search index of calls: their numbers, and other details of who they were about. One row per call, keyed by its position. */
export interface SearchIndex {
  /** Updates the index from the call's current row. */
  refresh(id: number): void
  /** Rebuilds the index for all calls. */
  fill(): void
  move(from: number, to: number): void
  remove(id: number): void
  /** Does some work, and updates the index once for all of it: each change in between would write the index out. */
  together<T>(work: () => T): T
}

export function createSearchIndex(db: DatabaseSync): SearchIndex {
  const find = db.prepare('SELECT * FROM calls WHERE id = ?')
  const ids = db.prepare('SELECT id FROM calls')
  const insert = db.prepare('INSERT INTO search (rowid, numbers, words) VALUES (?, ?, ?)')
  const copy = db.prepare(
    'INSERT INTO search (rowid, numbers, words) SELECT ?1, numbers, words FROM search WHERE rowid = ?2',
  )
  const remove = db.prepare('DELETE FROM search WHERE rowid = ?')

  /** Calls to be updated in the index at the end; null: at once. */
  let waiting: Set<number> | null = null

  function write(id: number): void {
    const row = find.get(id)
    remove.run(id)
    if (row !== undefined) insert.run(id, ...searchTextOf(row))
  }

  const refresh = (id: number): void => void (waiting === null ? write(id) : waiting.add(id))

  return {
    refresh,
    fill: () => ids.all().forEach((row) => refresh(integer(row, 'id'))),
    move(from, to) {
      if (waiting !== null) {
        waiting.add(from).add(to)
        return
      }
      copy.run(to, from)
      remove.run(from)
    },
    remove: (id) => void remove.run(id),
    together(work) {
      const ids = new Set<number>()
      waiting = ids
      try {
        const result = work()
        for (const id of [...ids].toSorted((one, other) => one - other)) write(id)
        return result
      } finally {
        waiting = null
      }
    },
  }
}

/** Runs of digits, and words: one line each, so that no match spans a name and a note. */
function searchTextOf(row: Row): readonly [numbers: string, words: string] {
  const [phone, did] = [phoneFrom(row, 'phone'), phoneFrom(row, 'did')]
  const [name, note] = [text(row, 'name'), text(row, 'note')]
  const others = ['label', 'agent', 'answered_by', 'crm_name', 'crm_company'].map((column) =>
    text(row, column),
  )
  const words = [name, note, ...others, ...wordsOf(phone), ...wordsOf(did)]
  return [
    numberText([phone, did], [name, note]),
    [...new Set(words.map(foldText).flatMap((line) => [line.trim(), withoutMarks(line)]))]
      .filter((line) => line !== '')
      .join('\n'),
  ]
}

/** Text instead of a number, or around it. */
function wordsOf(phone: Phone | null): readonly string[] {
  if (phone?.kind === 'withheld') return [phone.received, ...WITHHELD_TERMS]
  return phone !== null && /\p{L}/u.test(phone.received) ? [phone.received] : []
}
