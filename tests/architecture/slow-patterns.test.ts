import { expect, it } from 'vitest'
import { slowPatterns } from './slow-patterns.ts'

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
