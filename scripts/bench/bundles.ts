import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { figure, type Figure } from './figure.ts'

const OUT = join(import.meta.dirname, '../../out')

/** Raw kB of the three bundles; the simulated call centre, which only the demo loads, separately. */
export async function benchBundles(): Promise<readonly Figure[]> {
  const main = await bytesBelow(join(OUT, 'main'), (name) => !name.includes('demo-centre'))
  const centre = await bytesBelow(join(OUT, 'main'), (name) => name.includes('demo-centre'))
  const preload = await bytesBelow(join(OUT, 'preload'))
  const window = await bytesBelow(join(OUT, 'renderer'))
  return [
    kilobytes('bundle: main', main),
    kilobytes('bundle: preload', preload),
    kilobytes('bundle: window (js, css, html)', window),
    kilobytes('bundle: simulated call centre (demo only)', centre),
  ]
}

const kilobytes = (name: string, bytes: number): Figure =>
  figure(name, bytes / 1000, { unit: 'kB', digits: 1 })

async function bytesBelow(folder: string, counts: (name: string) => boolean = () => true): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(
    (entry) => entry.isFile() && counts(entry.name) && !entry.name.endsWith('.map'),
  )
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
