import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { CallReader } from './call-row.ts'
import type { HistoryFilter, HistoryPage, HistoryQuestion } from './history-question.ts'
import { searchKeys, type SearchKey } from './search/search-key.ts'

type WordsKey = Extract<SearchKey, { kind: 'words' }>

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

  const isFound = (key: SearchKey): boolean => {
    const { sql, values } = questionFor(key, 'all')
    return statement(sql).get(...values, Number.MAX_SAFE_INTEGER, 1) !== undefined
  }

  /** The first way to look for what was typed that finds any call, on whatever page; the last where none does. */
  function keyOf(typed: string): SearchKey | null {
    const keys = searchKeys(typed)
    return keys.find((key, place) => place === keys.length - 1 || isFound(key)) ?? null
  }

  return ({ text = '', filter, before = Number.MAX_SAFE_INTEGER, limit }) => {
    const { sql, values } = questionFor(keyOf(text), filter)
    // One more than asked for tells whether there is a next page.
    const rows = statement(sql).all(...values, before, limit + 1)
    const calls = rows.slice(0, limit).map(read)
    return { calls, next: rows.length > limit ? (calls.at(-1)?.place ?? null) : null }
  }
}

interface Question {
  readonly sql: string
  readonly values: readonly string[]
}

function questionFor(key: SearchKey | null, filter: HistoryFilter): Question {
  const where = FILTERS[filter]
  if (key?.kind === 'words') return wordsQuestion(key, filter)
  const among = key === null ? where : `ivrid IN (SELECT value FROM json_each(?)) AND ${where}`
  return {
    sql: `SELECT calls.* FROM calls WHERE ${among} AND id < ? ORDER BY id DESC LIMIT ?`,
    values: key === null ? [] : [JSON.stringify(key.ids)],
  }
}

function wordsQuestion(key: WordsKey, filter: HistoryFilter): Question {
  const where = FILTERS[filter]
  // Looked up in the filter's own index, which is narrow: never in the wide rows of calls that are not asked for.
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
  const whole = key.numbers.map((number) => `% ${number} %`).join('')
  return { sql, values: isShort(key) ? [likeAny(key.text), whole] : [matching(key)] }
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

/** A number as short as this is no part of a number, but an extension: it is looked for as it is. */
const isShort = ({ text, numbers }: WordsKey): boolean =>
  (text !== '' && characters(text) < TRIGRAM) || numbers.some((number) => number.length < TRIGRAM)

/** As SQLite counts them: code points. */
const characters = (text: string): number => Array.from(text).length

/** In a LIKE pattern % and _ stand for others: what was typed stands for itself. */
const likeAny = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`

/** A number is also looked for as it was typed, in names and notes. */
function matching({ numbers, text }: WordsKey): string {
  const either = [
    ...numbers.map((number) => `numbers : ${quoted(number)}`),
    ...(text === '' ? [] : [`words : ${quoted(text)}`]),
  ]
  return either.join(' OR ')
}

/** FTS5 takes a string in double quotes for what it is, whatever is in it. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
