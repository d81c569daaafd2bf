import { chmodSync, mkdirSync, statSync } from 'node:fs'

/** The permissions of new files from now on. Windows has none to set: a profile's folder is private there. */
export interface PrivateFiles {
  /** The user's own umask, for files stored elsewhere. */
  readonly usualUmask: number
  /** Starts another program with the user's own umask. `start` must start it before it returns. */
  readonly outside: <T>(start: () => T) => T
}

const OTHERS = 0o077
const STICKY = 0o1000 // a shared folder, such as /tmp

/**
 * From here on, files written by this process and its children are private to the user. Call once, before anything
 * else.
 */
export function keepFilesPrivate(): PrivateFiles {
  const usualUmask = process.umask(OTHERS)
  return {
    usualUmask,
    outside(start) {
      process.umask(usualUmask)
      try {
        return start()
      } finally {
        process.umask(OTHERS)
      }
    },
  }
}

/** Creates the folder if missing, and closes it to others, including older files. False if it stays open. */
export function closeFolder(path: string): boolean {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    const { mode, uid } = statSync(path)
    if (process.platform === 'win32' || (mode & OTHERS) === 0) return true
    if (uid !== process.getuid?.() || (mode & STICKY) !== 0) return false
    chmodSync(path, mode & 0o700)
    return true
  } catch {
    return false
  }
}
