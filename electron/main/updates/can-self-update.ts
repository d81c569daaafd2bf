import { dirname, win32 } from 'node:path'

export interface Installed {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  /** The program's own file. */
  readonly exe: string
  /** Whether this person may write into a folder. */
  readonly canWrite: (folder: string) => boolean
}

/**
 * Whether the program may put a newer one in its place without an administrator. Not where it was installed for the
 * whole computer, by MSI, by a package manager or for all users: there it would ask an agent for a password at night.
 */
export function canSelfUpdate({ platform, env, exe, canWrite }: Installed): boolean {
  // Windows' own check of rights says nothing of a folder; an installation for one person is always below this.
  if (platform === 'win32') return isBelow(env['LOCALAPPDATA'], exe)
  // …/Ringside.app/Contents/MacOS/Ringside: the bundle is replaced whole.
  if (platform === 'darwin') return canWrite(dirname(dirname(dirname(dirname(exe)))))
  const image = env['APPIMAGE']
  return image !== undefined && image !== '' && canWrite(dirname(image))
}

const isBelow = (folder: string | undefined, file: string): boolean =>
  folder !== undefined &&
  folder !== '' &&
  win32
    .normalize(file)
    .toLowerCase()
    .startsWith(`${win32.normalize(folder).toLowerCase()}\\`)
