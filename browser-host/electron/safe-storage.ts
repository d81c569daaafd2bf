import type { Desktop } from '../desktop/desktop.ts'
import { simulated } from '../simulated.ts'
import type { SimulatedSystem } from '../simulated-system.ts'
import { createEncryptor, hasKeyring, type Encryptor, type KeychainKind } from '../desktop/keychain.ts'

export interface SafeStorageParts {
  readonly desktop: Desktop
  readonly system: SimulatedSystem
  readonly kind: KeychainKind
  readonly keyFile: () => string
  readonly isReady: () => boolean
}

const DECRYPT = 'safeStorage.decryptStringAsync'

/**
 * Electron's `safeStorage`; line numbers refer to shell/browser/api/electron_api_safe_storage.cc. The synchronous
 * calls, which Electron has deprecated, aren't simulated.
 */
export function createSafeStorage({ desktop, system, kind, keyFile, isReady }: SafeStorageParts) {
  /**
   * One for the whole run, requested by the first caller (:79). It is available when the keychain has responded (:88).
   */
  let encryptor: Promise<Encryptor> | null = null
  const backend = hasKeyring(kind, system) ? 'gnome_libsecret' : 'basic_text'

  async function ready(): Promise<Encryptor> {
    if (!isReady()) throw new Error('safeStorage cannot be used before app is ready') // :285, :317
    encryptor ??= keychainOpens(desktop).then(() => createEncryptor(kind, system, keyFile()))
    return encryptor
  }

  const storage: Partial<Electron.SafeStorage> = {
    async isAsyncEncryptionAvailable() {
      if (!isReady()) return false // :164
      await ready()
      return true // whatever the keychain returned (:88)
    },
    async encryptStringAsync(text) {
      const sealed = (await ready()).encrypt(text)
      if (sealed === null)
        throw new Error('Error while encrypting the text provided to safeStorage.encryptStringAsync.') // :300
      return sealed
    },
    async decryptStringAsync(sealed) {
      if (isReady() && sealed.length === 0) return { result: '', shouldReEncrypt: false } // :333
      const text = (await ready()).decrypt(sealed)
      if (text === 'temporarily') throw new Error(`${DECRYPT} is temporarily unavailable. Please try again.`) // :352
      if (text === null) throw new Error(`Error while decrypting the ciphertext provided to ${DECRYPT}.`) // :357
      return { ...text }
    },
  }
  if (system.platform === 'linux') storage.getSelectedStorageBackend = () => (isReady() ? backend : 'unknown') // :192
  return simulated('safeStorage', storage)
}

/** Settles when the System panel says that it is open; there is no time limit. */
function keychainOpens(desktop: Desktop): Promise<void> {
  if (desktop.system().keychain) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = desktop.subscribe(() => {
      if (!desktop.system().keychain) return
      stop()
      resolve()
    })
  })
}
