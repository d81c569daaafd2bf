import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { CallReader } from './call-row.ts'
import type { HistoryFilter, HistoryPage, HistoryQuestion } from './history-question.ts'
import { searchKey, type SearchKey } from './search/search-key.ts'

/**
 * Answers questions about the history. Every one walks down the calls' places from where the page begins and stops
 * when the page is full, so the length of the history does not matter to it.
 */
export function createHistoryQuery(
  db: DatabaseSync,
  read: CallReader,
): (question: HistoryQuestion) => HistoryPage {
  const prepared = new Map<string, StatementSync>()
  const statement = (sql: string): StatementSync => {
    const ready = prepared.get(sql) ?? db.prepare(sql)
    prepared.set(sql, ready)
    return ready
  }

  return ({ text = '', filter, before = Number.MAX_SAFE_INTEGER, limit }) => {
    const { sql, values } = questionFor(searchKey(text), filter)
    // One more than asked for tells whether there is a next page.
    const rows = statement(sql).all(...values, before, limit + 1)
    const calls = rows.slice(0, limit).map(read)
    return { calls, next: rows.length > limit ? (calls.at(-1)?.place ?? null) : null }
  }
}

function questionFor(key: SearchKey | null, filter: HistoryFilter): { sql: string; values: string[] } {
  const where = FILTERS[filter]
  // Looked up in the filter's own index, which is narrow: never in the wide rows of calls that are not asked for.
  const among =
    filter === 'all'
      ? where
      : `EXISTS (SELECT 1 FROM calls INDEXED BY calls_${filter} WHERE calls.id = search.rowid AND ${where})`
  const values = key === null ? [] : [isShort(key) ? likeAny(key.raw) : matching(key)]
  if (key === null) {
    return { sql: `SELECT calls.* FROM calls WHERE ${where} AND id < ? ORDER BY id DESC LIMIT ?`, values }
  }
  const found = isShort(key) ? String.raw`words LIKE ? ESCAPE '\'` : 'search MATCH ?'
  const sql = `
    SELECT calls.* FROM search CROSS JOIN calls ON calls.id = search.rowid
    WHERE ${found} AND ${among} AND search.rowid < ? ORDER BY search.rowid DESC LIMIT ?
  `
  return { sql, values }
}

// Each is the condition of an index of its own, word for word, as SQLite wants it to use that index.
const FILTERS: Readonly<Record<HistoryFilter, string>> = {
  all: 'true',
  missed: `outcome = 'missed'`,
  incoming: `direction = 'incoming'`,
  outgoing: `direction IN ('outgoing', 'click-to-call')`,
  muted: 'muted = 1',
}

const TRIGRAM = 3 // the index knows runs of three characters and more

const isShort = ({ kind, raw }: SearchKey): boolean => kind === 'text' && characters(raw) < TRIGRAM

/** As SQLite counts them: code points. */
const characters = (text: string): number => Array.from(text).length

/** In a LIKE pattern % and _ stand for others: what was typed stands for itself. */
const likeAny = (raw: string): string => `%${raw.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`

/** A number is also looked for as it was typed, in names and notes. */
function matching(key: SearchKey): string {
  const words = `words : ${quoted(key.raw)}`
  if (key.kind === 'text') return words
  const number = `numbers : ${quoted(key.digits)}`
  return `${number} OR ${words}`
}

/** FTS5 takes a string in double quotes for what it is, whatever is in it. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
