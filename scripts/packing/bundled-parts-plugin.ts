import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Plugin } from 'vite'

/**
 * Writes `out/parts/NAME.json`: the folders of the packages whose code is in this bundle. Licences and the bill of
 * materials are made from these; they are not packed.
 */
export function bundledParts(name: string, root: string): Plugin {
  return {
    name: 'bundled-parts',
    apply: 'build',
    writeBundle(_options, bundle) {
      const ids = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
      const folders = new Set(ids.map((id) => packageFolder(id, root)).filter((folder) => folder !== null))
      const out = join(root, 'out', 'parts')
      mkdirSync(out, { recursive: true })
      writeFileSync(join(out, `${name}.json`), `${JSON.stringify([...folders].sort(), null, 2)}\n`)
    },
  }
}

/** `node_modules/vue` for a module of vue; null for one of our own or of the bundler. */
export function packageFolder(id: string, root: string): string | null {
  const path = relative(root, id.replace(/^\0/, '').replace(/\?.*$/, '')).replaceAll('\\', '/')
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? null
}
