import type { SecretKeeping, WebhookView } from '../../../core/contract.ts'
import type { Logger } from '../system/log.ts'
import type { EncryptedFile, SecretSaved } from '../system/encrypted-file.ts'

/** The secret that deliveries are signed with, kept as the code is. It never leaves main, nor goes over the network. */
export interface WebhookSecret {
  value(): string | null
  state(): Exclude<WebhookView['secret'], 'policy'>
  /** Null takes it away. Where nothing can keep it, it is known until the program ends. */
  save(secret: string | null): Promise<SecretSaved>
}

export interface WebhookSecretParts {
  readonly keeping: SecretKeeping
  readonly sealed: EncryptedFile
  readonly log: Pick<Logger, 'warn'>
}

/** Reads what is kept. Only after the app is ready. */
export async function openWebhookSecret({
  keeping,
  sealed,
  log,
}: WebhookSecretParts): Promise<WebhookSecret> {
  const kept = keeping === 'unavailable' ? null : await sealed.open()
  let known = kept === null || kept.text === '' ? null : kept.text
  if (kept?.stale === true && (await sealed.seal(kept.text)) !== 'saved')
    log.warn('the webhook secret could not be encrypted anew')

  return {
    value: () => known,
    state: () => (known === null ? 'none' : 'stored'),
    async save(secret) {
      // An empty text stands for none: the file stays, and nothing is in it.
      const saved = keeping === 'unavailable' ? 'saved' : await sealed.seal(secret ?? '')
      if (saved === 'saved') known = secret
      return saved
    },
  }
}
