import { join } from 'node:path'
import { build, Platform } from 'electron-builder'
import configuration from '../../electron-builder.config.ts'
import { writeStandInElectron } from './stand-in-electron.ts'

/** What was packed, by its places. */
export interface Packed {
  readonly asar: string
  /** Beside the archive: what is read as files. */
  readonly resources: string
  /** The stand-in's binary, its fuses flipped as Electron's would be. */
  readonly binary: string
}

/**
 * Packs the program as electron-builder does: its check of the configuration, its rules of files, its archive, its
 * fuses, with a stand-in for Electron's runtime. Rejects with the builder's own words. `folder` is a new one.
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
