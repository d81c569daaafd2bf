import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { CallReader } from './call-row.ts'
import { integer, type Row } from '../database/row.ts'
import type { HistoryFilter, HistoryPage, HistoryRequest } from './history-request.ts'
import { searchKeys, type SearchKey } from './search/search-key.ts'

type WordsKey = Extract<SearchKey, { kind: 'words' }>

/** A query of the window, and callers whose calls the search finds, too: keys as in `callerKey`. */
export interface HistoryQuery extends HistoryRequest {
  readonly callers?: readonly string[]
}

/**
 * Runs queries on the history. Each walks down the calls' positions from where the page starts and stops
 * when the page is full, so the length of the history doesn't matter.
 */
export function createHistoryQuery(db: DatabaseSync, read: CallReader): (query: HistoryQuery) => HistoryPage {
  const prepared = new Map<string, StatementSync>()
  const statement = (sql: string): StatementSync => {
    const ready = prepared.get(sql) ?? db.prepare(sql)
    prepared.set(sql, ready)
    return ready
  }

  const isFound = (key: SearchKey): boolean => {
    const { sql, values } = queryFor(key, 'all')
    return statement(sql).get(...values, Number.MAX_SAFE_INTEGER, 1) !== undefined
  }

  /** The first interpretation of the search text that finds any call, on any page; the last one if none does. */
  function keyOf(typed: string): SearchKey | null {
    let last: SearchKey | null = null
    for (const key of searchKeys(typed)) {
      if (isFound(key)) return key
      last = key
    }
    return last
  }

  return ({ text = '', callers = [], filter, before = Number.MAX_SAFE_INTEGER, limit }) => {
    const queries = [
      queryFor(keyOf(text), filter),
      ...(callers.length === 0 ? [] : [anyOf('caller', callers, filter)]),
    ]
    // One more than requested shows whether there is a next page.
    const found = queries.flatMap(({ sql, values }) => statement(sql).all(...values, before, limit + 1))
    const rows = queries.length === 1 ? found : inOrder(found)
    const calls = rows.slice(0, limit).map(read)
    return { calls, next: rows.length > limit ? (calls.at(-1)?.rowId ?? null) : null }
  }
}

interface SqlQuery {
  readonly sql: string
  readonly values: readonly string[]
}

function queryFor(key: SearchKey | null, filter: HistoryFilter): SqlQuery {
  if (key?.kind === 'words') return wordsQuery(key, filter)
  if (key?.kind === 'ids') return anyOf('ivrid', key.ids, filter)
  return { sql: callsWhere(FILTERS[filter]), values: [] }
}

const anyOf = (column: 'ivrid' | 'caller', values: readonly string[], filter: HistoryFilter): SqlQuery => ({
  sql: callsWhere(`${column} IN (SELECT value FROM json_each(?)) AND ${FILTERS[filter]}`),
  values: [JSON.stringify(values)],
})

const callsWhere = (condition: string): string =>
  `SELECT * FROM calls WHERE ${condition} AND id < ? ORDER BY id DESC LIMIT ?`

/** The rows of several queries, each once, newest first. */
const inOrder = (rows: readonly Row[]): readonly Row[] =>
  [...new Map(rows.map((row) => [integer(row, 'id'), row])).values()].toSorted(
    (one, other) => integer(other, 'id') - integer(one, 'id'),
  )

function wordsQuery(key: WordsKey, filter: HistoryFilter): SqlQuery {
  const where = FILTERS[filter]
  // Looked up in the filter's own narrow index, never in the wide rows of other calls.
  const among =
    filter === 'all'
      ? where
      : `EXISTS (SELECT 1 FROM calls INDEXED BY calls_${filter} WHERE calls.id = search.rowid AND ${where})`
  const found = isShort(key)
    ? String.raw`(words LIKE ? ESCAPE '\' OR ' ' || numbers || ' ' LIKE ?)`
    : 'search MATCH ?'
  const sql = `
    SELECT calls.* FROM search CROSS JOIN calls ON calls.id = search.rowid
    WHERE ${found} AND ${among} AND search.rowid < ? ORDER BY search.rowid DESC LIMIT ?
  `
  const allNumbers = key.numbers.map((number) => `% ${number} %`).join('')
  return { sql, values: isShort(key) ? [likeAny(key.text), allNumbers] : [matching(key)] }
}

// Each repeats the condition of its own index verbatim, as SQLite requires to use that index.
const FILTERS: Readonly<Record<HistoryFilter, string>> = {
  all: 'true',
  missed: `outcome = 'missed'`,
  incoming: `direction = 'incoming'`,
  outgoing: `direction IN ('outgoing', 'click-to-call')`,
  muted: 'muted = 1',
}

const TRIGRAM = 3 // the index contains runs of three characters and more

/** A number this short is an extension, not part of a number: it is matched exactly. */
const isShort = ({ text, numbers, whole }: WordsKey): boolean =>
  whole || (text !== '' && characters(text) < TRIGRAM) || numbers.some((number) => number.length < TRIGRAM)

/** In code points, as SQLite counts. */
const characters = (text: string): number => Array.from(text).length

/** % and _ are wildcards in a LIKE pattern: escaped, so that what was typed is matched literally. */
const likeAny = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`

/** A number is also searched for as typed, in names and notes. */
function matching({ numbers, text }: WordsKey): string {
  const either = [
    ...numbers.map((number) => `numbers : ${quoted(number)}`),
    ...(text === '' ? [] : [`words : ${quoted(text)}`]),
  ]
  return either.join(' OR ')
}

/** FTS5 takes a string in double quotes literally. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
