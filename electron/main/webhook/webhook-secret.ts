import type { WebhookView } from '../../../core/contract.ts'
import type { Keychain } from '../system/keychain.ts'
import type { Logger } from '../system/log.ts'
import { openStoredSecret, type SecretFile, type SecretSaved } from '../system/stored-secret.ts'

/** The secret that deliveries are signed with, stored as the code is. It never leaves main, nor goes over the network. */
export interface WebhookSecret {
  /** Null while there is none, or the keychain has not opened it yet. */
  value(): string | null
  state(): Exclude<WebhookView['secret'], 'policy'>
  /** Null takes it away. Where nothing can store it, it is known until the program ends. */
  save(secret: string | null): Promise<SecretSaved>
}

export interface WebhookSecretParts extends SecretFile {
  readonly keychain: Keychain
  readonly log: Pick<Logger, 'warn'>
  readonly onOpened: () => void
}

/** Begins to read what is stored; nothing waits for that. */
export function openWebhookSecret({ log, ...parts }: WebhookSecretParts): WebhookSecret {
  const stored = openStoredSecret({
    ...parts,
    isOwn: () => true,
    onNotStored: (why) => log.warn(`the entered webhook secret could not be stored: ${why}`),
  })
  // An empty text stands for none: the file stays, and nothing is in it.
  const value = (): string | null => stored.text() || null

  return {
    value,
    state: () => (value() !== null || stored.isWaiting() ? 'stored' : 'none'),
    save: (secret) => stored.save(secret ?? ''),
  }
}
