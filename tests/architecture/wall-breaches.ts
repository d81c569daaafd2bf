import { type Import, importsOf } from './imports-of.ts'
import { isTest, type SourceFile } from './source-file.ts'
import { CROSSING_TESTS_MAY, TESTS_MAY, type Wall } from './walls.ts'

/** Each import that the table doesn't allow, as `file → import`. */
export function wallBreaches(files: readonly SourceFile[], walls: readonly Wall[]): readonly string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .map((one) => ({ one, why: breach(file.path, one, walls) }))
      .flatMap(({ one, why }) => (why === null ? [] : [`${file.path} → ${one.target}${why}`])),
  )
}

/** A separate app, which runs on Electron and on the browser host. */
const APP_OF_THE_CONTRACT = 'tests/electron-contract/app.ts'

function breach(path: string, { target, kind }: Import, walls: readonly Wall[]): string | null {
  if (
    /^npm:electron(\/|$)/.test(target) &&
    kind !== 'type' &&
    (!path.startsWith('electron/') || isTest(path)) &&
    path !== APP_OF_THE_CONTRACT
  ) {
    return ' (only electron/ loads Electron)'
  }
  const may = allowed(path, kind, walls)
  if (may === null) return ' (the file is in no room)'
  if (/\/testing\//.test(target) && !isTest(path) && !may.includes(target)) return ' (only tests use it)'
  if (may.some((pattern) => fits(target, pattern))) return null
  const asType = allowed(path, 'type', walls)?.some((pattern) => fits(target, pattern)) === true
  return asType ? ' (as `import type` only)' : ''
}

function allowed(path: string, kind: Import['kind'], walls: readonly Wall[]): readonly string[] | null {
  if (path.startsWith('tests/')) return CROSSING_TESTS_MAY
  const wall = wallOf(path, walls)
  if (wall === null) return null
  const own = wall.of.endsWith('/') && wall.of !== 'core/' ? [wall.of] : []
  const types = kind === 'type' ? (wall.types ?? []) : []
  return [...own, ...wall.may, ...types, ...(isTest(path) ? testsOf(path) : [])]
}

/**
 * A test may import everything of its own part of the program, and everything of the core if its part may import any of
 * it.
 */
function testsOf(path: string): readonly string[] {
  const house = path.slice(0, path.indexOf('/') + 1)
  const core = house === 'electron/' || house === 'src/' ? ['core/', 'npm:vue', 'npm:pinia'] : []
  return [...TESTS_MAY, house, ...core]
}

const wallOf = (path: string, walls: readonly Wall[]): Wall | null =>
  walls
    .filter(({ of }) => fits(path, of))
    .sort((a, b) => b.of.length - a.of.length)
    .at(0) ?? null

/** `a/` and `npm:` mean everything within, `a/*` the files directly in it, `npm:a` the package with its sub-paths. */
function fits(target: string, pattern: string): boolean {
  if (pattern.endsWith('/*')) {
    const folder = pattern.slice(0, -1)
    return target.startsWith(folder) && !target.slice(folder.length).includes('/')
  }
  if (pattern.endsWith('/') || pattern.endsWith(':')) return target.startsWith(pattern)
  return target === pattern || (pattern.startsWith('npm:') && target.startsWith(`${pattern}/`))
}
