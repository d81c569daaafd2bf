import type { SafeStorage } from 'electron/main'
import type { CodeState, SecretKeeping } from '../../core/contract.ts'
import type { Logger } from './log.ts'
import { readKeptCode, writeKeptCode } from './kept-code.ts'
import type { KeptCode } from './kept-code.ts'

/** The organisation's code, kept by the system's keychain. The code itself never leaves main. */
export interface Secrets {
  /** The code for requests to `baseUrl`; null when there is none, or it belongs to another address. */
  code(baseUrl: string): string | null
  state(baseUrl: string): Exclude<CodeState, 'policy'>
  readonly keeping: SecretKeeping
  /** True when a code was stored that can't be read any more. */
  readonly unreadable: boolean
  /** Keeps a code for `baseUrl`'s origin. Where nothing can keep it, it is known until the program ends. */
  save(baseUrl: string, code: string): Promise<SecretSaved>
}

export type SecretSaved = 'saved' | 'disk' | 'no-keychain'

export interface SecretsParts {
  readonly safeStorage: Pick<
    SafeStorage,
    | 'isAsyncEncryptionAvailable'
    | 'encryptStringAsync'
    | 'decryptStringAsync'
    | 'getSelectedStorageBackend'
    | 'setUsePlainTextEncryption'
  >
  readonly platform: NodeJS.Platform
  /** The kept file's text; null when there is none. */
  readonly read: () => string | null
  /** Throws when the disk refuses. */
  readonly write: (text: string) => void
  readonly log: Logger
}

/** Reads what is kept. Only after the app is ready: before that, Electron has no keychain. */
export async function openSecrets({
  safeStorage,
  platform,
  read,
  write,
  log,
}: SecretsParts): Promise<Secrets> {
  const keeping = await howKept(safeStorage, platform)
  const text = read()
  const stored = text === null ? null : await decrypt(text)
  let known = stored?.kept ?? null
  if (text !== null && known === null) log.warn('the stored code could not be read')
  if (stored !== null && stored.stale) await keep(stored.kept)

  async function decrypt(
    base64: string,
  ): Promise<{ readonly kept: KeptCode; readonly stale: boolean } | null> {
    if (keeping === 'unavailable') return null
    try {
      const encrypted = Buffer.from(base64, 'base64')
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(encrypted)
      const kept = readKeptCode(result)
      return kept === null ? null : { kept, stale: shouldReEncrypt }
    } catch {
      return null
    }
  }

  async function keep(kept: KeptCode): Promise<SecretSaved> {
    let encrypted: Buffer
    try {
      encrypted = await safeStorage.encryptStringAsync(writeKeptCode(kept))
    } catch {
      return 'no-keychain'
    }
    try {
      write(encrypted.toString('base64'))
      return 'saved'
    } catch {
      return 'disk'
    }
  }

  return {
    keeping,
    unreadable: text !== null && known === null,
    code: (baseUrl) => (known?.origin === originOf(baseUrl) ? known.code : null),
    state: (baseUrl) =>
      known === null ? 'none' : known.origin === originOf(baseUrl) ? 'stored' : 'other-address',
    async save(baseUrl, code) {
      const entered = { origin: originOf(baseUrl), code }
      const saved = keeping === 'unavailable' ? 'saved' : await keep(entered)
      if (saved === 'saved') known = entered
      return saved
    },
  }
}

/** Linux without a keychain encrypts with a key that everyone has (`basic_text`): used, and said. */
async function howKept(
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
