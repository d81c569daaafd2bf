import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The marker of the fuses in Electron's binary, and their state as Electron 45 ships them (@electron/fuses). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSE_VERSION = 1
const SHIPPED_FUSES = '101100011'

/**
 * A folder that replaces Electron while packing, if its runtime isn't available: the builder copies it, renames its
 * binary and sets its fuses as it would Electron's own. It runs nothing.
 */
export async function writeStandInElectron(folder: string): Promise<void> {
  await mkdir(join(folder, 'resources'), { recursive: true })
  const fuses = [
    Buffer.from(SENTINEL),
    Buffer.of(FUSE_VERSION, SHIPPED_FUSES.length),
    Buffer.from(SHIPPED_FUSES),
  ]
  await writeFile(join(folder, 'electron'), Buffer.concat([Buffer.from('no program\n'), ...fuses]))
  const texts = ['LICENSE', 'LICENSES.chromium.html', 'version']
  await Promise.all(texts.map((name) => writeFile(join(folder, name), '')))
}
