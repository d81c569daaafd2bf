import type { EntryProblem } from './entry-problem.ts'
import { parseTemplate } from './parse-template.ts'

/** Reads one entry of a list from `unknown`, and collects its problems by path. */
export interface EntryReader {
  readonly problems: readonly EntryProblem[]
  /** False when anything was wrong: a partial entry isn't used. */
  ok(): boolean
  /** The full path of a key. */
  at(key: string): string
  wrong(key: string, why: EntryProblem['why']): void
  /** Reports each key that isn't in `known`: a misspelt condition must not make a rule broader. */
  onlyKeys(known: readonly string[]): void
  has(key: string): boolean
  /** The value as it is; undefined if there is none. */
  raw(key: string): unknown
  text(key: string, most: number): string
  word<T extends string>(key: string, words: readonly T[], fallback: T): T
  flag(key: string, fallback: boolean): boolean
  /** A list of texts; a single text is a list of one. */
  texts(key: string, mostEntries: number, most: number): readonly string[]
  template(key: string, most: number): string
  /** The record under `key`, read in the same way; its problems are collected here. */
  inner(key: string): EntryReader
  entries(): readonly (readonly [string, unknown])[]
}

/** A reader of `raw`, which is at `path`. Anything but a record reads as an empty one, and is reported. */
export function readEntry(raw: unknown, path: string, problems: EntryProblem[] = []): EntryReader {
  const isRecord = typeof raw === 'object' && raw !== null && !Array.isArray(raw)
  const values = new Map<string, unknown>(isRecord ? Object.entries(raw) : [])
  const before = problems.length
  const at = (key: string): string => (key === '' ? path : `${path}.${shownKey(key)}`)
  const wrong = (key: string, why: EntryProblem['why']): void => void problems.push({ path: at(key), why })
  if (!isRecord) wrong('', 'wrong-type')

  function string(key: string, value: unknown, most: number): string {
    if (value === undefined) wrong(key, 'missing')
    else if (typeof value !== 'string') wrong(key, 'wrong-type')
    else if (value.trim() === '' || value.length > most) wrong(key, 'out-of-range')
    else return value
    return ''
  }

  const reader: EntryReader = {
    problems,
    ok: () => problems.length === before,
    at,
    wrong,
    onlyKeys(known) {
      for (const key of values.keys()) if (!known.includes(key)) wrong(key, 'unknown-key')
    },
    has: (key) => values.has(key),
    raw: (key) => values.get(key),
    text: (key, most) => string(key, values.get(key), most).trim(),
    word(key, words, fallback) {
      const value = values.get(key)
      const found = words.find((word) => word === value)
      if (found === undefined)
        wrong(
          key,
          value === undefined ? 'missing' : typeof value === 'string' ? 'unknown-word' : 'wrong-type',
        )
      return found ?? fallback
    },
    flag(key, fallback) {
      const value = values.get(key)
      if (typeof value === 'boolean') return value
      if (value !== undefined) wrong(key, 'wrong-type')
      return fallback
    },
    texts(key, mostEntries, most) {
      const value = values.get(key)
      const list: readonly unknown[] = Array.isArray(value) ? value : [value]
      if (list.length > mostEntries) wrong(key, 'too-many')
      if (list.length === 0) wrong(key, 'missing')
      return list
        .slice(0, mostEntries)
        .map((one, index) => string(Array.isArray(value) ? `${key}[${index}]` : key, one, most).trim())
    },
    template(key, most) {
      const text = string(key, values.get(key), most)
      for (const error of parseTemplate(text).errors) problems.push({ path: at(key), why: 'template', error })
      return text
    },
    inner: (key) => readEntry(values.get(key), at(key), problems),
    entries: () => [...values],
  }
  return reader
}

const MAX_SHOWN_KEY = 40 // enough to identify it

const shownKey = (key: string): string => JSON.stringify(key.slice(0, MAX_SHOWN_KEY)).slice(1, -1)
