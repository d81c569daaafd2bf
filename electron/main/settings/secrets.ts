import type { SafeStorage } from 'electron/main'
import type { CodeState, SecretKeeping } from '../../../core/contract.ts'
import type { Logger } from '../system/log.ts'
import { readStoredCode, writeStoredCode } from './stored-code.ts'
import type { StoredCode } from './stored-code.ts'
import { encryptedFile } from '../system/encrypted-file.ts'
import type { EncryptedFileParts, SecretSaved } from '../system/encrypted-file.ts'

/** The organisation's code, stored with the system's keychain. The code itself never leaves main. */
export interface Secrets {
  /** The code for requests to `baseUrl`; null if there is none, or it belongs to another address. */
  code(baseUrl: string): string | null
  state(baseUrl: string): Exclude<CodeState, 'policy'>
  readonly keeping: SecretKeeping
  /** True if a stored code can no longer be read. */
  readonly unreadable: boolean
  /** Stores a code for `baseUrl`'s origin. If it can't be stored, it is held in memory until the program ends. */
  save(baseUrl: string, code: string): Promise<SecretSaved>
}

export interface SecretsParts extends EncryptedFileParts {
  readonly safeStorage: EncryptedFileParts['safeStorage'] &
    Pick<
      SafeStorage,
      'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'setUsePlainTextEncryption'
    >
  readonly platform: NodeJS.Platform
  readonly log: Logger
}

/** Reads the stored code. Only after the app is ready: before that, Electron has no keychain. */
export async function openSecrets({
  safeStorage,
  platform,
  read,
  write,
  log,
}: SecretsParts): Promise<Secrets> {
  const keeping = await storageFor(safeStorage, platform)
  const sealed = encryptedFile({ safeStorage, read, write })
  const isThere = read() !== null
  const opened = keeping === 'unavailable' ? null : await sealed.open()
  let known = opened === null ? null : readStoredCode(opened.text)
  if (isThere && known === null) log.warn('the stored code could not be read')
  if (opened?.stale === true && known !== null) await save(known)

  function save(stored: StoredCode): Promise<SecretSaved> {
    return sealed.seal(writeStoredCode(stored))
  }

  return {
    keeping,
    unreadable: isThere && known === null,
    code: (baseUrl) => (known?.origin === originOf(baseUrl) ? known.code : null),
    state: (baseUrl) =>
      known === null ? 'none' : known.origin === originOf(baseUrl) ? 'stored' : 'other-address',
    async save(baseUrl, code) {
      const entered = { origin: originOf(baseUrl), code }
      const saved = keeping === 'unavailable' ? 'saved' : await save(entered)
      if (saved === 'saved') known = entered
      return saved
    },
  }
}

/** Linux without a keychain encrypts with a publicly known key (`basic_text`): used, and reported. */
async function storageFor(
  safeStorage: SecretsParts['safeStorage'],
  platform: NodeJS.Platform,
): Promise<SecretKeeping> {
  const plain = platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text'
  if (plain) safeStorage.setUsePlainTextEncryption(true)
  const available = await safeStorage.isAsyncEncryptionAvailable().catch(() => false)
  return available ? (plain ? 'plain-text' : 'protected') : 'unavailable'
}

/** Scheme, host and port: what the code is bound to. A longer path on the same host is the same receiver. */
const originOf = (baseUrl: string): string => URL.parse(baseUrl)?.origin ?? ''
