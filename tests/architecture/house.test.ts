import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ambientUses } from './ambient-uses.ts'
import { loadedWith } from './loaded-with.ts'
import { machineBound } from './machine-bound.ts'
import { filesInCircles, runtimeCycles } from './runtime-cycles.ts'
import { slowPatterns } from './slow-patterns.ts'
import { isTest, readSourceFiles } from './source-file.ts'
import { physicalStyles, rawColours } from './style-breaches.ts'
import { templateText } from './template-text.ts'
import { wallBreaches } from './wall-breaches.ts'
import { WALLS } from './walls.ts'

const MAX_LINES = 300 // a longer file holds more than one thing
const MAX_FILES = 25 // nobody reads a larger folder without searching it
/** Except tables: a translator opens one file (docs/adr/0016), and so does anyone who asks what may import what. */
const TABLE = /^(core\/words\/[a-z]{2}|tests\/architecture\/walls)\.ts$/

/** Their slow expressions are only used on short texts. */
const SHORT_TEXTS: ReadonlyMap<string, string> = new Map([
  ['core/phone/unwrap-number.ts', 'cut to 1,000 characters'],
  ['core/history/search/search-key.ts', 'asked of the number in a search, which is cut to 1,000 characters'],
  ['core/history/export/spreadsheet-values.ts', 'asked of cells of 1,000 characters'],
  ['electron/main/program/error-trace.ts', 'asked of lines of 500 characters'],
])

const files = readSourceFiles(join(import.meta.dirname, '..', '..'))
const shipped = files.filter(({ path }) => !isTest(path))

describe('the structure of the code', () => {
  it('is read', () => {
    expect(shipped.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['core/domain.ts', 'core/clock.ts']),
    )
  })

  it('imports only what tests/architecture/walls.ts allows', () => {
    expect(wallBreaches(files, WALLS)).toEqual([])
  })

  it('has no files that load each other in a circle', () => {
    expect(runtimeCycles(files)).toEqual([])
  })

  it('has no circular imports in what it ships, not even of types', () => {
    expect(filesInCircles(shipped)).toEqual([])
  })

  it('has no folder of more than 25 files, not counting tests', () => {
    const folders = Map.groupBy(shipped, ({ path }) => dirname(path))
    const large = [...folders].filter(([, within]) => within.length > MAX_FILES)
    expect(large.map(([folder, within]) => `${folder}: ${within.length}`)).toEqual([])
  })

  it('takes time, chance and the network as parameters wherever decisions are made', () => {
    const pure = /^core\/(clock|polling|session|alerts)\//
    expect(shipped.filter(({ path }) => pure.test(path)).flatMap(ambientUses)).toEqual([])
  })

  it('does nothing that works on one computer only', () => {
    const own = ['core/testing/use-zone.ts', 'tests/architecture/machine-bound.test.ts']
    expect(files.filter(({ path }) => !own.includes(path)).flatMap(machineBound)).toEqual([])
  })

  it('has no regular expression that takes more than linear time, except on short texts', () => {
    const checked = shipped.filter(
      ({ path }) => /^(core|electron|src)\//.test(path) && !SHORT_TEXTS.has(path),
    )
    expect(checked.flatMap(slowPatterns)).toEqual([])
  })

  it('has no file of more than 300 lines, not counting tests and tables', () => {
    const long = shipped
      .filter(({ path }) => /\.(ts|vue)$/.test(path) && !TABLE.test(path))
      .filter(({ text }) => text.split('\n').length > MAX_LINES)
    expect(long.map(({ path, text }) => `${path}: ${text.split('\n').length}`)).toEqual([])
  })

  it('positions by start and end, never by left and right', () => {
    expect(files.filter(({ path }) => path.startsWith('src/')).flatMap(physicalStyles)).toEqual([])
  })

  it('uses colours by their role', () => {
    expect(files.filter(({ path }) => path.startsWith('src/')).flatMap(rawColours)).toEqual([])
  })

  it('uses all words only in components that the window loads later', () => {
    const start = loadedWith(files, ['src/main.ts', 'src/popup/main.ts'])
    expect(start.length).toBeGreaterThan(100)
    expect(start.filter(({ text }) => text.includes('= useAllWords()')).map(({ path }) => path)).toEqual([])
  })

  it('takes every sentence in the window from core/words', () => {
    expect(files.flatMap(templateText)).toEqual([])
  })
})
