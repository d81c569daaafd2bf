import type { SecretKeeping, WebhookView } from '../../../core/contract.ts'
import type { Logger } from '../system/log.ts'
import type { EncryptedFile, SecretSaved } from '../system/encrypted-file.ts'

/**
 * The secret that deliveries are signed with, stored like the code. It never leaves main, nor goes over the network.
 */
export interface WebhookSecret {
  value(): string | null
  state(): Exclude<WebhookView['secret'], 'policy'>
  /** Null removes it. If it can't be stored, it is held in memory until the program ends. */
  save(secret: string | null): Promise<SecretSaved>
}

export interface WebhookSecretParts {
  readonly keeping: SecretKeeping
  readonly sealed: EncryptedFile
  readonly log: Pick<Logger, 'warn'>
}

/** Reads the stored secret. Only after the app is ready. */
export async function openWebhookSecret({
  keeping,
  sealed,
  log,
}: WebhookSecretParts): Promise<WebhookSecret> {
  const stored = keeping === 'unavailable' ? null : await sealed.open()
  let known = stored === null || stored.text === '' ? null : stored.text
  if (stored?.stale === true && (await sealed.seal(stored.text)) !== 'saved')
    log.warn('the webhook secret could not be encrypted anew')

  return {
    value: () => known,
    state: () => (known === null ? 'none' : 'stored'),
    async save(secret) {
      // An empty text means none: the file stays, with nothing in it.
      const saved = keeping === 'unavailable' ? 'saved' : await sealed.seal(secret ?? '')
      if (saved === 'saved') known = secret
      return saved
    },
  }
}
