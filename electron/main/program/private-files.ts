import { chmodSync, mkdirSync, statSync } from 'node:fs'

/** The rights that files get from now on. On Windows there are none to set: a profile's folder is private there. */
export interface PrivateFiles {
  /** The person's own umask, for what they put elsewhere. */
  readonly usualUmask: number
  /** Starts another program with the person's own umask. `start` must start it before it returns. */
  readonly outside: <T>(start: () => T) => T
}

const OTHERS = 0o077
const STICKY = 0o1000 // a folder of everybody's, such as /tmp

/** From here on what this process and its children write is for the person alone. To be called once, before anything else. */
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

/** Makes the folder where there is none, and closes it to others: files of earlier days too. False where it stays open. */
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
