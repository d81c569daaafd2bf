import { join } from 'node:path'
import { build, Platform } from 'electron-builder'
import configuration from '../../electron-builder.config.ts'
import { writeStandInElectron } from './stand-in-electron.ts'

/** The paths of the packed files. */
export interface Packed {
  readonly asar: string
  /** Next to the archive: what is read as separate files. */
  readonly resources: string
  /** The stand-in's binary, with its fuses set as Electron's would be. */
  readonly binary: string
}

/**
 * Packs the program as electron-builder does: its check of the configuration, its file rules, its archive, its fuses,
 * with a stand-in for Electron's runtime. Rejects with the builder's message. `folder` is a new one.
 */
export async function pack(root: string, folder: string): Promise<Packed> {
  const electronDist = join(folder, 'electron')
  await writeStandInElectron(electronDist)
  const directories = { ...configuration.directories, output: join(folder, 'packed') }
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget('dir'),
    publish: 'never',
    config: { ...configuration, electronDist, directories },
  })
  const unpacked = join(folder, 'packed', 'linux-unpacked')
  const resources = join(unpacked, 'resources')
  return { asar: join(resources, 'app.asar'), resources, binary: join(unpacked, 'ringside') }
}
