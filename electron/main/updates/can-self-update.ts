import { dirname, win32 } from 'node:path'

export interface Installed {
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  /** The program's own file. */
  readonly exe: string
  /** Whether this user may write into a folder. */
  readonly canWrite: (folder: string) => boolean
}

/**
 * Whether the program may replace itself with a newer one without an administrator. Not if it was installed for the
 * computer, by MSI, by a package manager or for all users: then it would ask an agent for a password at night.
 */
export function canSelfUpdate({ platform, env, exe, canWrite }: Installed): boolean {
  // Windows' own permission check does not cover folders; an installation for one user is always below this.
  if (platform === 'win32') return isBelow(env['LOCALAPPDATA'], exe)
  // …/Ringside.app/Contents/MacOS/Ringside: the complete bundle is replaced.
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
