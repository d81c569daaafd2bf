import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A package whose code ships with the program. */
export interface Part {
  /** For example `node_modules/vue`: its key in the lock file. */
  readonly folder: string
  readonly name: string
  readonly version: string
  /** SPDX, as stated by the package; `''` if it states none. */
  readonly licence: string
  /** The licence's own text, with a NOTICE if there is one; `''` if the package has none. */
  readonly text: string
}

/** The packages of the build in `out/`, and Electron, each once, by name. */
export function readParts(root: string): readonly Part[] {
  const lists = ['main', 'preload', 'renderer'].map((name) => {
    const raw: unknown = JSON.parse(readFileSync(join(root, 'out', 'parts', `${name}.json`), 'utf8'))
    return Array.isArray(raw) ? raw.filter((folder) => typeof folder === 'string') : []
  })
  const folders = new Set([...lists.flat(), 'node_modules/electron'])
  return [...folders]
    .map((folder) => readPart(root, folder))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'))
}

function readPart(root: string, folder: string): Part {
  const at = join(root, folder)
  const raw: unknown = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'))
  const field = (name: string): string => {
    const value: unknown = typeof raw === 'object' && raw !== null ? Reflect.get(raw, name) : null
    return typeof value === 'string' ? value : ''
  }
  const texts = readdirSync(at)
    .filter((name) => /^(licen[cs]e|notice|copying)([.-].*)?$/i.test(name))
    .map((name) => readFileSync(join(at, name), 'utf8').trim())
  return {
    folder,
    name: field('name'),
    version: field('version'),
    licence: field('license'),
    text: texts.join('\n\n'),
  }
}
