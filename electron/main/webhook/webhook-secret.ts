import type { WebhookView } from '../../../core/webhook/webhook-state.ts'
import type { Keychain } from '../system/keychain.ts'
import type { Logger } from '../system/log.ts'
import { openStoredSecret, type SecretFile, type SecretSaved } from '../system/stored-secret.ts'

/** The secret with which deliveries are signed, stored like the code. It leaves neither main nor this computer. */
export interface WebhookSecret {
  /** Null while there is none, or the keychain hasn't decrypted it yet. */
  value(): string | null
  state(): Exclude<WebhookView['secret'], 'policy'>
  /** Null removes it. If nothing can store it, it is known until the program quits. */
  save(secret: string | null): Promise<SecretSaved>
}

export interface WebhookSecretParts extends SecretFile {
  readonly keychain: Keychain
  readonly log: Pick<Logger, 'warn'>
  readonly onOpened: () => void
}

/** Starts to read what is stored; nothing waits for that. */
export function openWebhookSecret({ log, ...parts }: WebhookSecretParts): WebhookSecret {
  const stored = openStoredSecret({
    ...parts,
    isOwn: () => true,
    onNotStored: (why) => log.warn(`the entered webhook secret could not be stored: ${why}`),
  })
  // An empty text means none: the file stays, without content.
  const value = (): string | null => stored.text() || null

  return {
    value,
    state: () => (value() !== null || stored.isWaiting() ? 'stored' : 'none'),
    save: (secret) => stored.save(secret ?? ''),
  }
}
