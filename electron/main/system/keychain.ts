import type { SafeStorage } from 'electron/main'
import type { Clock } from '../../../core/clock.ts'
import type { SecretKeeping } from '../../../core/contract.ts'

/** The system's keychain. It may ask the user for a password first, and then responds late, or never. */
export interface Keychain {
  keeping(): SecretKeeping
  /** Settles when it has responded; never rejects. */
  readonly opened: Promise<SecretKeeping>
  /** As base64; null if it fails. */
  encrypt(text: string): Promise<string | null>
  /**
   * From base64; null if it can't be decrypted any more. `stale`: the system wants it encrypted again. Retried as long
   * as the keychain is only temporarily unavailable.
   */
  decrypt(base64: string): Promise<Decrypted | null>
  /** Nothing is retried from now on. */
  end(): void
}

export interface Decrypted {
  readonly text: string
  readonly stale: boolean
}

export interface KeychainParts {
  /** Only after the app is ready: before that, Electron has none. */
  readonly safeStorage: Pick<SafeStorage, 'encryptStringAsync' | 'decryptStringAsync'>
  readonly platform: NodeJS.Platform
  readonly clock: Pick<Clock, 'after'>
}

const FIRST_TRY_MS = 1_000
const LONGEST_MS = 60_000

/** Requests the keychain immediately, without waiting. */
export function openKeychain({ safeStorage, platform, clock }: KeychainParts): Keychain {
  let keeping: SecretKeeping = 'waiting'
  let stop = (): void => undefined
  let ended = false

  const encrypt = (text: string): Promise<string | null> =>
    safeStorage.encryptStringAsync(text).then(
      (sealed) => sealed.toString('base64'),
      () => null,
    )

  async function decrypt(base64: string, waitMs = FIRST_TRY_MS): Promise<Decrypted | null> {
    try {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(base64, 'base64'))
      return { text: result, stale: shouldReEncrypt }
    } catch (error) {
      if (!isTemporary(error)) return null
      await pause(waitMs)
      return decrypt(base64, Math.min(waitMs * 2, LONGEST_MS))
    }
  }

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      if (!ended) stop = clock.after(ms, resolve)
    })

  return {
    keeping: () => keeping,
    opened: encrypt('Ringside').then((sealed) => (keeping = keepingOf(sealed, platform))),
    encrypt,
    decrypt: (base64) => decrypt(base64),
    end() {
      ended = true
      stop()
    },
  }
}

/** shell/browser/api/electron_api_safe_storage.cc:352 */
const isTemporary = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('temporarily unavailable')

/**
 * Judged by what it encrypts with. Electron says that encryption is available whatever the keychain returned, and names
 * Linux' keychain after the desktop (browser_process_impl.cc:411); but there, what starts with `v10` was encrypted with
 * a key that everyone has (:515).
 */
function keepingOf(sealed: string | null, platform: NodeJS.Platform): SecretKeeping {
  if (sealed === null) return 'unavailable'
  const tag = Buffer.from(sealed, 'base64').subarray(0, 3).toString('latin1')
  return platform === 'linux' && tag === 'v10' ? 'plain-text' : 'protected'
}
