import type { Keychain } from './keychain.ts'

/** A secret text in its own file, encrypted by the keychain, and known after the keychain has decrypted it. */
export interface StoredSecret {
  text(): string | null
  /** One is stored, and the keychain hasn't decrypted it yet. */
  isWaiting(): boolean
  /** One was stored that can't be read any more. */
  isUnreadable(): boolean
  /**
   * Known from now on, at least until the program quits. While the keychain doesn't respond, the result is still
   * `saved`, and the secret is stored when it does.
   */
  save(text: string): Promise<SecretSaved>
}

export type SecretSaved = 'saved' | 'disk' | 'no-keychain'

export interface SecretFile {
  /** The file's text; null if there is none. */
  readonly read: () => string | null
  /** Throws if the disk refuses. */
  readonly write: (text: string) => void
}

export interface StoredSecretParts extends SecretFile {
  readonly keychain: Keychain
  /** False for a text that isn't ours. */
  readonly isOwn: (text: string) => boolean
  /** It is known now, or turned out to be unreadable. */
  readonly onOpened: () => void
  /** What was saved while the keychain didn't respond couldn't be stored. */
  readonly onNotStored: (why: SecretSaved) => void
}

export function openStoredSecret(parts: StoredSecretParts): StoredSecret {
  const { keychain, read, write } = parts
  const sealed = read()
  let phase: 'none' | 'waiting' | 'known' | 'unreadable' = sealed === null ? 'none' : 'waiting'
  let text: string | null = null
  let entered = false
  /** It may become true during any wait. */
  const isEntered = (): boolean => entered
  void open()

  async function open(): Promise<void> {
    const keeping = await keychain.opened
    if (isEntered()) return storeEntered()
    if (sealed === null) return
    const found = keeping === 'unavailable' ? null : await keychain.decrypt(sealed)
    if (isEntered()) return
    const own = found !== null && parts.isOwn(found.text)
    phase = own ? 'known' : 'unreadable'
    text = own ? found.text : null
    parts.onOpened()
    if (own && found.stale) await store(found.text)
  }

  async function storeEntered(): Promise<void> {
    const stored = keychain.keeping() === 'unavailable' ? 'saved' : await store(text ?? '')
    if (stored !== 'saved') parts.onNotStored(stored)
  }

  async function store(plain: string): Promise<SecretSaved> {
    const encrypted = await keychain.encrypt(plain)
    if (encrypted === null) return 'no-keychain'
    try {
      write(encrypted)
      return 'saved'
    } catch {
      return 'disk'
    }
  }

  return {
    text: () => text,
    isWaiting: () => phase === 'waiting',
    isUnreadable: () => phase === 'unreadable',
    async save(next) {
      const isOpen = keychain.keeping() === 'protected' || keychain.keeping() === 'plain-text'
      const saved = isOpen ? await store(next) : 'saved'
      if (saved !== 'saved') return saved
      text = next
      phase = 'known'
      entered = true
      return saved
    },
  }
}
