import { join } from 'node:path'
import { expect, it } from 'vitest'
import { slowPatterns } from './slow-patterns.ts'
import { isTest, readSourceFiles } from './source-file.ts'

/** Each of these is only used on short texts. */
const SHORT_TEXTS: ReadonlyMap<string, string> = new Map([
  ['core/phone/unwrap-number.ts', 'cut to 1,000 characters'],
  ['core/history/search/search-key.ts', 'asked of the number in a search, which is cut to 1,000 characters'],
  ['core/history/export/spreadsheet-values.ts', 'asked of cells of 1,000 characters'],
  ['electron/main/program/error-trace.ts', 'asked of lines of 500 characters'],
])

it('finds an expression that takes quadratic time', () => {
  const text = String.raw`const a = /\/+$/; const b = /^\s*a\s*$/; const c = /\s*,\s*/; const d = /^(a+)+$/`
  expect(slowPatterns({ path: 'core/a.ts', text })).toEqual([
    String.raw`core/a.ts /\/+$/`,
    String.raw`core/a.ts /\s*,\s*/`,
    String.raw`core/a.ts /^(a+)+$/`,
  ])
})

it('finds it in a pattern that is composed of constants', () => {
  const text =
    'const S = String.raw`\\s`; const A = String.raw`[,${S}]`; const b = new RegExp(`${A}*${S}*c`, "g"); const d = (e: string) => new RegExp(e)'
  expect(slowPatterns({ path: 'core/a.ts', text })).toEqual([String.raw`core/a.ts /[,\s]*\s*c/g`])
})

it('finds it where a word is between the repetitions', () => {
  const text = String.raw`const a = /^[^:]*WORD[^:]*:/i; const b = /^[^W]*WORD[^:]*:/; const c = /^.*\[two] words.*$/m`
  expect(slowPatterns({ path: 'core/a.ts', text })).toEqual([String.raw`core/a.ts /^[^:]*WORD[^:]*:/i`])
})

it('no regular expression of the program takes more than linear time, except on short texts', () => {
  const files = readSourceFiles(join(import.meta.dirname, '../..')).filter(
    ({ path }) => /^(core|electron|src)\//.test(path) && !isTest(path) && !SHORT_TEXTS.has(path),
  )
  expect(files.flatMap(slowPatterns)).toEqual([])
})
