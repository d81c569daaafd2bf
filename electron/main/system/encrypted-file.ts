import type { SafeStorage } from 'electron/main'

/** A text in a separate file, encrypted by the system's keychain. */
export interface EncryptedFile {
  /** Null if there is none, or it can no longer be read. `stale`: the system wants it encrypted again. */
  open(): Promise<{ readonly text: string; readonly stale: boolean } | null>
  seal(text: string): Promise<SecretSaved>
}

export type SecretSaved = 'saved' | 'disk' | 'no-keychain'

export interface EncryptedFileParts {
  readonly safeStorage: Pick<SafeStorage, 'encryptStringAsync' | 'decryptStringAsync'>
  /** The file's text; null if there is none. */
  readonly read: () => string | null
  /** Throws when the disk refuses. */
  readonly write: (text: string) => void
}

export function encryptedFile({ safeStorage, read, write }: EncryptedFileParts): EncryptedFile {
  async function encrypted(text: string): Promise<string | null> {
    try {
      return (await safeStorage.encryptStringAsync(text)).toString('base64')
    } catch {
      return null
    }
  }

  return {
    async open() {
      try {
        const base64 = read()
        if (base64 === null) return null
        const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(
          Buffer.from(base64, 'base64'),
        )
        return { text: result, stale: shouldReEncrypt }
      } catch {
        return null
      }
    },
    async seal(text) {
      const bytes = await encrypted(text)
      if (bytes === null) return 'no-keychain'
      try {
        write(bytes)
        return 'saved'
      } catch {
        return 'disk'
      }
    },
  }
}
