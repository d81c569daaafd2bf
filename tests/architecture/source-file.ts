import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One file of the project, as text. */
export interface SourceFile {
  /** Relative to the project's root, with `/`. */
  readonly path: string
  readonly text: string
}

const ROOMS = ['core', 'electron', 'src', 'simulator', 'browser-host', 'scripts', 'tests']

const KINDS = /\.(ts|vue|css|html)$/

/** Every source file, ordered by path. */
export function readSourceFiles(root: string): readonly SourceFile[] {
  return ROOMS.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(room, name).replaceAll('\\', '/'),
    ),
  )
    .filter((path) => KINDS.test(path) && !path.includes('/.artifacts/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** A test, or a file that only tests use: it may import more than its folder may. */
export const isTest = (path: string): boolean => /\.test\.ts$|^tests\/|\/(testing|fixtures?)\//.test(path)
