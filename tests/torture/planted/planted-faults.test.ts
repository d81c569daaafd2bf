import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT, withFault } from './plant-fault.ts'
import { PLANTED_FAULTS } from './planted-faults.ts'
import type { PlantedFault } from './planted-fault.ts'

const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

/** The rules, as the checks name them. */
const RULES = globSync('tests/torture/**/*.ts', { cwd: ROOT })
  .filter((file) => !file.endsWith('.test.ts') && !file.includes('planted'))
  .flatMap((file) => [...textOf(file).matchAll(/\b(?:RULE = |rule: )'([^']+)'/g)])
  .flatMap(([, rule]) => rule ?? [])

describe('the planted faults', () => {
  it.each(PLANTED_FAULTS)('can be planted: $name', (fault) => {
    expect(withFault(textOf(fault.file), fault)).toContain(fault.becomes)
  })

  it('are in the program and nowhere else', () => {
    expect(PLANTED_FAULTS.filter(({ file }) => !/^(?:core|electron\/main)\//.test(file))).toEqual([])
  })

  it('have different names', () => {
    expect(new Set(PLANTED_FAULTS.map(({ name }) => name)).size).toBe(PLANTED_FAULTS.length)
  })

  it('break every rule, and no other', () => {
    expect(new Set(PLANTED_FAULTS.map(({ breaks }) => breaks))).toEqual(new Set(RULES))
  })
})

it.each([
  ['no longer', ''],
  ['more than once', 'aa'],
])('says in one sentence that a file has the text %s', (how, source) => {
  const fault: PlantedFault = {
    ...{ name: 'it breaks', file: 'core/a.ts', text: 'a', becomes: 'b' },
    ...{ breaks: 'a rule', shift: 0, hours: 1 },
  }
  expect(() => withFault(source, fault)).toThrow(
    `“it breaks” can’t be planted: core/a.ts has the text to replace ${how}: a`,
  )
})
