import { expect, it } from 'vitest'
import { keepRow } from './keep-row.ts'

const rows = (keys: string) => Array.from(keys, (key) => ({ key }))
const withRow = (before: string, now: string, key: string | null) =>
  keepRow(rows(before), rows(now), key)
    .map((row) => row.key)
    .join('')

it.each([
  ['abc', 'ac', 'b', 'abc'],
  ['abc', 'ac', null, 'ac'],
  ['abc', 'xabc', 'b', 'xabc'],
  ['abc', '', 'c', 'c'],
  ['abc', 'xab', 'c', 'xabc'],
  ['abc', 'xc', 'a', 'axc'],
  ['ab', 'ab', 'z', 'ab'],
])('of %s, then %s, with %s held: %s', (before, now, key, all) => expect(withRow(before, now, key)).toBe(all))
